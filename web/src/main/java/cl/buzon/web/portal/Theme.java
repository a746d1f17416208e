package cl.buzon.web.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether pages are light or dark. Asked for by {@code ?tema=oscuro}, which a cookie remembers; until then as the system
 * has it.
 */
public enum Theme {
    SYSTEM("sistema", ""),
    LIGHT("claro", "light"),
    DARK("oscuro", "dark");

    /** Name of both the request parameter and the cookie. */
    static final String NAME = "tema";

    private final String code;
    private final String attribute;

    Theme(String code, String attribute) {
        this.code = code;
        this.attribute = attribute;
    }

    public String code() {
        return code;
    }

    /** Value of {@code data-theme}, which {@code buzon.css} knows; empty for the system's own. */
    public String attribute() {
        return attribute;
    }

    static Theme of(HttpServletRequest request) {
        return wished(request).or(() -> remembered(request)).orElse(SYSTEM);
    }

    /** What this very request asks for, if anything. */
    static Optional<Theme> wished(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME)).flatMap(Theme::of);
    }

    private static Optional<Theme> remembered(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .flatMap(code -> of(code).stream())
                .findFirst();
    }

    private static Optional<Theme> of(String code) {
        return Arrays.stream(values()).filter(theme -> theme.code.equals(code)).findFirst();
    }
}
