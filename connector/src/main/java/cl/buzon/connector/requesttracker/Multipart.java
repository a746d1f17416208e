package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.FileBody;
import cl.buzon.connector.spi.OutgoingFile;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A form of one JSON part and one file, which is read as it is sent. As JSON alone Request Tracker would destroy names that
 * are not ASCII.
 */
record Multipart(JsonObject json, OutgoingFile file) {

    /** No file has it by chance, and the same one makes the same request. */
    private static final String BOUNDARY = "buzon-7d0a6f1c9e5b4f2f8f3e-part";

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final Pattern APART = Pattern.compile("[\"/\\\\]");

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher publisher() {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"JSON\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + json + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"Attachments\"; filename=\"" + name(file.name())
                + "\"\r\nContent-Type: " + type(file.contentType()) + "\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(head.getBytes(StandardCharsets.UTF_8)),
                FileBody.of(file),
                BodyPublishers.ofByteArray(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The name under which a file is kept: without what would end it in the form, or part it. */
    static String name(String name) {
        String safe = APART.matcher(UNFIT.matcher(name).replaceAll(""))
                .replaceAll("_")
                .strip();
        return safe.isEmpty() || safe.equals("0") ? "archivo" : safe;
    }

    /** Texts would be stored in another encoding than they have. */
    private static String type(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        boolean asItIs = type.matches("(?!text/|message/|multipart/)[a-z0-9.+-]+/[a-z0-9.+-]+");
        return asItIs ? type : "application/octet-stream";
    }
}
