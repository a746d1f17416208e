package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a program reads when it is turned away before any resource has seen it (RFC 9457). */
final class RefusalJson {

    private static final Locale SPANISH = Locale.forLanguageTag("es-CL");

    private RefusalJson() {}

    static void send(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        ResourceBundle texts = texts(Collections.list(request.getLocales()));
        byte[] body = json(status, code, texts).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Texts are our own and hold neither quotes nor backslashes; a test sees to that. */
    static String json(int status, String code, ResourceBundle texts) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"/csm/api/docs#%2$s\",\"title\":\"%3$s\",\"status\":%1$d,\"detail\":\"%4$s\","
                        + "\"code\":\"%2$s\",\"errors\":[]}",
                status,
                code,
                texts.getString("title." + code),
                texts.getString("detail." + code));
    }

    /** Spanish, unless English is wished for before it. */
    static ResourceBundle texts(List<Locale> wished) {
        boolean english = wished.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("es") || language.equals("en"))
                .findFirst()
                .filter(language -> language.equals("en"))
                .isPresent();
        return ResourceBundle.getBundle("cl.buzon.web.security.refusals", english ? Locale.ENGLISH : SPANISH);
    }
}
