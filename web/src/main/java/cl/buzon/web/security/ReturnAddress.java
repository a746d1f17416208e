package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wanted to go before they were asked to sign in: a page of the portal, never another site.
 *
 * @param path within the portal, beginning with one slash, with its query
 */
public record ReturnAddress(String path) {

    /** The request parameter that carries it to the sign-in page. */
    public static final String PARAMETER = "volver";

    private static final int MAX_LENGTH = 2_000;

    /** Plain characters only: no backslash, no control character, nothing that a browser would mend into another site. */
    private static final Pattern FORM =
            Pattern.compile("/(?!/)[\\w.~!$&'()*+,;=:@%/-]*(\\?[\\w.~!$&'()*+,;=:@%/?-]*)?");

    private static final Pattern HIDDEN = Pattern.compile("%(2f|5c|2e|25|0|1|7f)");

    public ReturnAddress {
        if (!isOwnPage(path)) {
            throw new IllegalArgumentException("not a page of the portal");
        }
    }

    /** The address if it is a page of the portal to which one can return. */
    public static Optional<ReturnAddress> of(@Nullable String path) {
        return path != null && isOwnPage(path) ? Optional.of(new ReturnAddress(path)) : Optional.empty();
    }

    static Optional<ReturnAddress> of(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return of(query == null ? path : path + "?" + query);
    }

    /** As the value of a query parameter. */
    String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean isOwnPage(String path) {
        if (path.length() > MAX_LENGTH || !FORM.matcher(path).matches()) {
            return false;
        }
        String page = path.replaceFirst("\\?.*", "");
        boolean plain = !page.contains("//")
                && !page.contains("/.")
                && !page.contains(";")
                && !HIDDEN.matcher(page.toLowerCase(Locale.ROOT)).find();
        return plain && Routes.access(page) == Routes.Access.SESSION_PAGE && !page.equals(Routes.FIRST_PASSWORD);
    }

    @Override
    public String toString() {
        return path;
    }
}
