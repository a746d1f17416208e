package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void nothingInlineAndNothingFromElsewhereIsAllowed() {
        String policy = headers(false, "/casos").get("Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "data:", "*", "http");
    }

    @Test
    void onlyThePageThatShowsAMailMayFrameIt() {
        assertThat(headers(false, "/operador/correo").get("Content-Security-Policy"))
                .contains("frame-src 'self'", "frame-ancestors 'none'");
        assertThat(headers(false, "/operador/correos").get("Content-Security-Policy"))
                .doesNotContain("frame-src");
    }

    @Test
    void pagesAreNotKeptAndResourcesAre() {
        assertThat(headers(false, "/casos")).containsEntry("Cache-Control", "no-store");
        assertThat(headers(false, "/api/v1/cases")).containsEntry("Cache-Control", "no-store");
        assertThat(headers(false, "/resources/css/buzon.css")).containsEntry("Cache-Control", "public, max-age=600");
    }

    @Test
    void httpsIsForEverOnlyWhereItIsThere() {
        assertThat(headers(true, "/")).containsKey("Strict-Transport-Security");
        assertThat(headers(false, "/")).doesNotContainKey("Strict-Transport-Security");
    }

    private static Map<String, String> headers(boolean https, String path) {
        Map<String, String> written = new HashMap<>();
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> written.put((String) arguments[0], (String) arguments[1]));
        new SecurityHeaders(https).write(path, response);
        return written;
    }
}
