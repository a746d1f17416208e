package cl.buzon.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody had typed when their session ended, until they have signed in again with the same browser. It is few and
 * small, since nobody has said yet who they are: a crowd of strangers drives out each other's words, and nothing more.
 */
@ApplicationScoped
public class KeptForms {

    /** Together with {@link KeptForm#MOST} some 16 MB. */
    static final int MOST = 500;

    static final Duration KEPT = Duration.ofHours(1);

    private static final String COOKIE = "buzon-escrito";

    private final Map<String, Kept> forms = new LinkedHashMap<>();
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected KeptForms() {}

    @Inject
    KeptForms(Clock clock) {
        this.clock = clock;
    }

    private record Kept(KeptForm form, Instant at) {}

    void keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        KeptForm.of(request).ifPresent(form -> response.addCookie(cookie(request, put(form), (int) KEPT.toSeconds())));
    }

    /** The words for the page that the request asks for, given once. */
    public Optional<KeptForm> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<KeptForm> form = key(request).flatMap(key -> take(key, request));
        form.ifPresent(taken -> response.addCookie(cookie(request, "", 0)));
        return form;
    }

    synchronized String put(KeptForm form) {
        String key = UUID.randomUUID().toString();
        forms.put(key, new Kept(form, clock.instant()));
        if (forms.size() > MOST) {
            forms.remove(forms.keySet().iterator().next());
        }
        return key;
    }

    private synchronized Optional<KeptForm> take(String key, HttpServletRequest request) {
        Optional<KeptForm> form = Optional.ofNullable(forms.get(key))
                .filter(kept -> clock.instant().isBefore(kept.at.plus(KEPT)))
                .map(Kept::form)
                .filter(kept ->
                        ReturnAddress.of(request).filter(kept.address()::equals).isPresent());
        form.ifPresent(taken -> forms.remove(key));
        return form;
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
