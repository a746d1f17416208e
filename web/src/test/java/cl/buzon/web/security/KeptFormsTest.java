package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptFormsTest {

    private static final Pattern PASSWORD = Pattern.compile("<b:password id=\"([^\"]*)\"");
    private static final Map<String, String> ANSWER =
            Map.of("reply", "Mi respuesta", "jakarta.faces.ViewState", "1:2", "empty", " ");

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
    void wordsComeBackOnceToTheirPage() throws IOException {
        Cookie cookie = keep(ANSWER);

        Optional<KeptForm> elsewhere = take("/inicio", cookie);
        Optional<KeptForm> back = take("/caso?numero=CS0001001", cookie);
        Optional<KeptForm> again = take("/caso?numero=CS0001001", cookie);

        assertThat(elsewhere).isEmpty();
        assertThat(back.map(KeptForm::fields)).contains(Map.of("reply", "Mi respuesta"));
        assertThat(again).isEmpty();
    }

    @Test
    void nobodyElsesBrowserGetsThem() throws IOException {
        keep(ANSWER);

        assertThat(take("/caso?numero=CS0001001", null)).isEmpty();
        assertThat(take("/caso?numero=CS0001001", new Cookie("buzon-escrito", "guessed")))
                .isEmpty();
    }

    /** Two people share a browser, and the session of the first has ended. */
    @Test
    void nobodyElseInTheSameBrowserGetsThem() throws IOException {
        Caller rosa = Caller.of(SomeCaller.customer(false));
        Caller pedro = Caller.of(SomeCaller.customer(false));
        takenBy(rosa);
        Cookie rosas = set.get(0);
        Cookie form = keep(ANSWER, rosas);

        Optional<KeptForm> others = takenBy(pedro, form, rosas);
        Optional<KeptForm> own = takenBy(rosa, form);

        assertThat(others).isEmpty();
        assertThat(own.map(KeptForm::fields)).contains(Map.of("reply", "Mi respuesta"));
        assertThat(set)
                .filteredOn(cookie -> cookie.getName().equals(rosas.getName()))
                .allMatch(Cookie::isHttpOnly);
    }

    /** The request comes from the proxy, by http: its fake would not even answer whether it is secure. */
    @ParameterizedTest
    @CsvSource({"https://reclamos.example/csm, true", "http://localhost:8080/csm, false"})
    void theirCookieIsSecureWhereThePublicAddressIs(URI publicUrl, boolean secure) throws IOException {
        SecuritySettings settings = new SecuritySettings(publicUrl, 1, 1, 1);

        forms.keep(request("/caso?numero=CS0001001", ANSWER), SecureCookies.of(response(), settings.isHttps()));

        assertThat(set).singleElement().extracting(Cookie::getSecure).isEqualTo(secure);
    }

    @Test
    void theyAreKeptForAnHour() throws IOException {
        Cookie cookie = keep(ANSWER);

        now = now.plus(KeptForms.KEPT);

        assertThat(take("/caso?numero=CS0001001", cookie)).isEmpty();
    }

    @Test
    void theyAreFewAndSmall() throws IOException {
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
    void aFormWithoutWordsLeavesNothing() throws IOException {
        forms.keep(request("/caso?numero=CS0001001", Map.of("jakarta.faces.ViewState", "1:2")), response());

        assertThat(set).isEmpty();
    }

    /** Whatever its other fields are called: one of them may repeat it. */
    @Test
    void aFormThatAsksForAPasswordLeavesNothing() throws IOException {
        Map<String, String> change = Map.of("newPassword", "secreto", "repeated", "secreto", "user", "rosa@x.example");

        forms.keep(request("/cuenta", change), response());

        assertThat(set).isEmpty();
    }

    /** Or the form that has it would not be known for what it is. */
    @Test
    void everyFieldForAPasswordIsCalledSo() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                PASSWORD.matcher(Files.readString(page)).results().forEach(found -> names.add(found.group(1)));
            }
        }

        assertThat(names).hasSizeGreaterThan(5).allMatch(name -> name.toLowerCase(Locale.ROOT)
                .contains("password"));
    }

    @Test
    void theWordsOfALargeFormWithFilesAreKeptAndItsFilesAreNot() throws IOException {
        SentForm form =
                new SentForm().with("reply", "Aquí va\r\nla foto.").with("files", "esquina.jpg", new byte[3 << 20]);

        forms.keep(form.to("/csm/caso?numero=CS0001001", "/caso"), response());

        Optional<KeptForm> back = take("/caso?numero=CS0001001", set.get(0));
        assertThat(back.map(KeptForm::fields)).contains(Map.of("reply", "Aquí va\r\nla foto."));
        assertThat(back.map(KeptForm::withFiles)).contains(true);
    }

    @Test
    void aFormOfFilesWithoutAnyIsOneOfWords() throws IOException {
        SentForm form = new SentForm().with("files", "", new byte[0]).with("reply", "Sin fotos");

        forms.keep(form.to("/csm/caso?numero=CS0001001", "/caso"), response());

        assertThat(take("/caso?numero=CS0001001", set.get(0)).map(KeptForm::withFiles))
                .contains(false);
    }

    private Optional<KeptForm> takenBy(Caller reader, Cookie... cookies) {
        HttpServletRequest request = request("/caso?numero=CS0001001", Map.of(), cookies);
        reader.stamp(request);
        return forms.take(request, response());
    }

    private Cookie keep(Map<String, String> fields, Cookie... cookies) throws IOException {
        forms.keep(request("/caso?numero=CS0001001", fields, cookies), response());
        Cookie cookie = set.get(set.size() - 1);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(Duration.ofSeconds(cookie.getMaxAge())).isEqualTo(KeptForms.KEPT);
        return cookie;
    }

    private Optional<KeptForm> take(String address, @Nullable Cookie cookie) {
        Cookie[] sent = cookie == null ? new Cookie[0] : new Cookie[] {cookie};
        return forms.take(request(address, Map.of(), sent), response());
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                KeptFormsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> set.add((Cookie) arguments[0]));
    }

    private static HttpServletRequest request(String address, Map<String, String> fields, Cookie... cookies) {
        HttpServletRequest plain = FakeRequest.to("/csm" + address, address.replaceFirst("\\?.*", ""));
        return (HttpServletRequest) Proxy.newProxyInstance(
                KeptFormsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getParameterNames" -> Collections.enumeration(fields.keySet());
                    case "getParameter" -> fields.get((String) arguments[0]);
                    case "getCookies" -> cookies.length == 0 ? null : cookies;
                    case "setCharacterEncoding", "getContentType" -> null;
                    default -> method.invoke(plain, arguments);
                });
    }
}
