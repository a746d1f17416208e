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

    /** Who has been here last, as long as the browser is open: a form whose session has ended says so no more. */
    private static final String WHOSE = "buzon-quien";

    private static final int UNTIL_CLOSED = -1;

    private final Map<String, Kept> forms = new LinkedHashMap<>();
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected KeptForms() {}

    @Inject
    KeptForms(Clock clock) {
        this.clock = clock;
    }

    /** @param whose who had written it, empty when the browser did not know */
    private record Kept(KeptForm form, Instant at, String whose) {

        boolean isOf(String reader) {
            return whose.isEmpty() || whose.equals(reader);
        }
    }

    void keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String whose = value(WHOSE, request).orElse("");
        KeptForm.of(request)
                .ifPresent(
                        form -> response.addCookie(cookie(COOKIE, put(form, whose), (int) KEPT.toSeconds(), request)));
    }

    /** The words for the page that the request asks for, given once, and to nobody who is known to be another. */
    public Optional<KeptForm> take(HttpServletRequest request, HttpServletResponse response) {
        String reader = Caller.of(request).map(Caller::id).orElse("");
        if (!reader.equals(value(WHOSE, request).orElse(""))) {
            response.addCookie(cookie(WHOSE, reader, UNTIL_CLOSED, request));
        }
        Optional<KeptForm> form = value(COOKIE, request).flatMap(key -> take(key, reader, request));
        form.ifPresent(taken -> response.addCookie(cookie(COOKIE, "", 0, request)));
        return form;
    }

    synchronized String put(KeptForm form, String whose) {
        String key = UUID.randomUUID().toString();
        forms.put(key, new Kept(form, clock.instant(), whose));
        if (forms.size() > MOST) {
            forms.remove(forms.keySet().iterator().next());
        }
        return key;
    }

    private synchronized Optional<KeptForm> take(String key, String reader, HttpServletRequest request) {
        Optional<KeptForm> form = Optional.ofNullable(forms.get(key))
                .filter(kept -> kept.isOf(reader))
                .filter(kept -> clock.instant().isBefore(kept.at.plus(KEPT)))
                .map(Kept::form)
                .filter(kept ->
                        ReturnAddress.of(request).filter(kept.address()::equals).isPresent());
        form.ifPresent(taken -> forms.remove(key));
        return form;
    }

    private static Optional<String> value(String name, HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Cookie cookie(String name, String value, int seconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
