package cl.buzon.web.security;

import cl.buzon.web.i18n.FaultTexts;
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

    private static final String TITLES = "cl.buzon.web.i18n.problems";
    private static final Locale SPANISH = Locale.forLanguageTag("es-CL");

    private RefusalJson() {}

    static void send(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        byte[] body = json(status, code, language(wishes(request))).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static String json(int status, String code, Locale language) {
        String title = ResourceBundle.getBundle(TITLES, language).getString("title." + status);
        return "{\"type\":\"/csm/api/docs#" + code + "\",\"title\":" + quoted(title) + ",\"status\":" + status
                + ",\"detail\":" + quoted(FaultTexts.of(code, language)) + ",\"code\":\"" + code
                + "\",\"errors\":[]}";
    }

    /** The container would answer with the server's own language for who wishes none. */
    private static List<Locale> wishes(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }

    /** Spanish, unless English is wished for before it. */
    static Locale language(List<Locale> wished) {
        return wished.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("es") || language.equals("en"))
                .findFirst()
                .filter(language -> language.equals("en"))
                .map(language -> Locale.ENGLISH)
                .orElse(SPANISH);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
