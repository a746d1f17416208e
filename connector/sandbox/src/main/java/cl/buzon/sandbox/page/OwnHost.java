package cl.buzon.sandbox.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * Nobody signs in here, so only pages of this machine are answered, and only forms of our own pages are taken: another
 * site could otherwise have a browser on this machine do things.
 */
final class OwnHost {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private OwnHost() {}

    static boolean isOurs(HttpServletRequest request) {
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
        if (!THIS_MACHINE.contains(host.replaceFirst(":\\d+$", ""))) {
            return false;
        }
        return request.getMethod().equals("GET") || isSameOrigin(request, host);
    }

    private static boolean isSameOrigin(HttpServletRequest request, String host) {
        String site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "same-origin");
        String origin = Objects.requireNonNullElse(request.getHeader("Origin"), "");
        return site.equals("same-origin") && host.equals(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return Objects.requireNonNullElse(URI.create(origin).getAuthority(), "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
