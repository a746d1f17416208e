package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptFormsTest {

    private static final Map<String, String> ANSWER =
            Map.of("reply", "Mi respuesta", "jakarta.faces.ViewState", "1:2", "newPassword", "secreto", "empty", " ");

    private final List<Cookie> set = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final KeptForms forms = new KeptForms(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void wordsComeBackOnceToTheirPage() throws UnsupportedEncodingException {
        Cookie cookie = keep(ANSWER);

        Optional<KeptForm> elsewhere = take("/inicio", cookie);
        Optional<KeptForm> back = take("/caso?numero=CS0001001", cookie);
        Optional<KeptForm> again = take("/caso?numero=CS0001001", cookie);

        assertThat(elsewhere).isEmpty();
        assertThat(back.map(KeptForm::fields)).contains(Map.of("reply", "Mi respuesta"));
        assertThat(again).isEmpty();
    }

    @Test
    void nobodyElsesBrowserGetsThem() throws UnsupportedEncodingException {
        keep(ANSWER);

        assertThat(take("/caso?numero=CS0001001", null)).isEmpty();
        assertThat(take("/caso?numero=CS0001001", new Cookie("buzon-escrito", "guessed")))
                .isEmpty();
    }

    @Test
    void theyAreKeptForAnHour() throws UnsupportedEncodingException {
        Cookie cookie = keep(ANSWER);

        now = now.plus(KeptForms.KEPT);

        assertThat(take("/caso?numero=CS0001001", cookie)).isEmpty();
    }

    @Test
    void theyAreFewAndSmall() throws UnsupportedEncodingException {
        Cookie oldest = keep(ANSWER);
        Cookie large = keep(Map.of("reply", "x".repeat(KeptForm.MOST), "rejectReason", "corta"));
        for (int i = 0; i < KeptForms.MOST - 1; i++) {
            keep(ANSWER);
        }

        assertThat(take("/caso?numero=CS0001001", oldest)).isEmpty();
        assertThat(take("/caso?numero=CS0001001", large).map(KeptForm::fields))
                .contains(Map.of("rejectReason", "corta"));
    }

    @Test
    void aFormWithoutWordsLeavesNothing() throws UnsupportedEncodingException {
        forms.keep(request("/caso?numero=CS0001001", Map.of("jakarta.faces.ViewState", "1:2"), null), response());

        assertThat(set).isEmpty();
    }

    private Cookie keep(Map<String, String> fields) throws UnsupportedEncodingException {
        forms.keep(request("/caso?numero=CS0001001", fields, null), response());
        Cookie cookie = set.get(set.size() - 1);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(Duration.ofSeconds(cookie.getMaxAge())).isEqualTo(KeptForms.KEPT);
        return cookie;
    }

    private Optional<KeptForm> take(String address, @Nullable Cookie cookie) {
        return forms.take(request(address, Map.of(), cookie), response());
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                KeptFormsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> set.add((Cookie) arguments[0]));
    }

    private static HttpServletRequest request(String address, Map<String, String> fields, @Nullable Cookie cookie) {
        HttpServletRequest plain = FakeRequest.to("/csm" + address, address.replaceFirst("\\?.*", ""));
        return (HttpServletRequest) Proxy.newProxyInstance(
                KeptFormsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getParameterNames" -> Collections.enumeration(fields.keySet());
                    case "getParameter" -> fields.get((String) arguments[0]);
                    case "getCookies" -> cookie == null ? null : new Cookie[] {cookie};
                    case "setCharacterEncoding", "getContentType" -> null;
                    case "isSecure" -> false;
                    default -> method.invoke(plain, arguments);
                });
    }
}
