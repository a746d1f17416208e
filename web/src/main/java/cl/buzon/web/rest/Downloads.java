package cl.buzon.web.rest;

import cl.buzon.desk.FileContent;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files on their way out: always saved and never shown, so that a browser runs nothing of what customers have sent. */
public final class Downloads {

    /** RFC 8187, attr-char. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Downloads() {}

    public static Response of(FileContent file) throws IOException {
        return attachment(file.name(), file.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .entity(file.content().open())
                .build();
    }

    /** A file that is written while it is sent; its length is not known. */
    public static Response of(String name, String contentType, StreamingOutput content) {
        return attachment(name, contentType).entity(content).build();
    }

    private static Response.ResponseBuilder attachment(String name, String contentType) {
        return Response.ok()
                .type(contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    /** RFC 6266: a plain name for everybody and the true one for all that read it. */
    static String disposition(String name) {
        return "attachment; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%/]", "_");
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
