package cl.buzon.sandbox.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;

/** One request of a person: where it goes, in which language, and whom the person plays. */
final class Visit {

    private static final String WHO = "sandbox-who";
    private static final String LANGUAGE = "sandbox-lang";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Words words;

    Visit(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        this.words = chosen(request);
        if (request.getMethod().equals("GET") && request.getParameter("lang") != null) {
            remember(LANGUAGE, words.language());
        }
    }

    Words words() {
        return words;
    }

    private static Words chosen(HttpServletRequest request) {
        Optional<String> chosen = request.getMethod().equals("GET")
                ? Optional.ofNullable(request.getParameter("lang"))
                : Optional.empty();
        return chosen.or(() -> cookie(request, LANGUAGE))
                .map(Words::in)
                .orElseGet(() -> request.getHeader("Accept-Language") == null
                        ? Words.in("es")
                        : Words.preferred(Collections.list(request.getLocales())));
    }

    /** The user name of the executive who is played. */
    String executive() {
        return cookie(request, WHO).filter(Sight.EXECUTIVES::contains).orElse(Sight.EXECUTIVES.get(0));
    }

    void play(String executive) {
        if (Sight.EXECUTIVES.contains(executive)) {
            remember(WHO, executive);
        }
    }

    /** An address of ours. */
    String path(String below) {
        return request.getContextPath() + below;
    }

    /** Where this visit is, without what was asked there. */
    String here() {
        return path(below());
    }

    /** The path below the context. */
    String below() {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.isEmpty() ? "/" : path;
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    HttpServletRequest request() {
        return request;
    }

    /** Sends the browser on by a GET. */
    void redirect(String to) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", to);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private void remember(String name, String value) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=" + request.getContextPath()
                        + "; HttpOnly; SameSite=Strict; Max-Age=31536000");
    }
}
