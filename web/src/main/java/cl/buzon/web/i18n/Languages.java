package cl.buzon.web.i18n;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two languages of the portal: Spanish as written in Chile, and English for whoever asked for it by
 * {@code ?idioma=en}, which a cookie remembers; that of whoever has signed in is theirs on every device.
 */
public final class Languages {

    public static final Locale SPANISH = Locale.forLanguageTag("es-CL");
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** Name of both the request parameter and the cookie. */
    public static final String NAME = "idioma";

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        return wished(request).or(() -> remembered(request)).orElse(SPANISH);
    }

    /** What this very request asks for, if anything. */
    public static Optional<Locale> wished(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME)).map(Languages::of);
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .map(Languages::of)
                .findFirst();
    }

    /** Spanish for everything that is not English. */
    public static Locale of(String code) {
        return code.equals(ENGLISH.getLanguage()) ? ENGLISH : SPANISH;
    }
}
