package cl.buzon.requesttracker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** RT's REST calls, signed by the token of one user. Each must succeed. */
final class Rest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String BOUNDARY = "limite-de-las-partes";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI page;
    private final String token;

    Rest(URI page, String token) {
        this.page = page;
        this.token = token;
    }

    /** A document; {@code path} with its query, whose values are {@link #quoted}. */
    JsonNode get(String path) {
        return done(request(path).GET().build());
    }

    JsonNode post(String path, Object body) {
        return done(json(path).POST(text(body)).build());
    }

    JsonNode put(String path, Object body) {
        return done(json(path).PUT(text(body)).build());
    }

    /** With a file: only in a part of its own does its name keep letters beyond ASCII. */
    JsonNode post(String path, Object body, String name, String type, byte[] content) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"JSON\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + JSON.writeValueAsString(body) + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"Attachments\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n"));
        whole.writeBytes(content);
        whole.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
        return done(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(whole.toByteArray()))
                .build());
    }

    static String quoted(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(page.resolve("/REST/2.0/" + path))
                .header("Authorization", "token " + token)
                .header("Accept", "application/json")
                .timeout(LIMIT);
    }

    private static BodyPublisher text(Object body) {
        return BodyPublishers.ofByteArray(utf8(JSON.writeValueAsString(body)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode done(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            String body = read(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(
                        request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + body);
            }
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** RT 5.0.3 calls every answer UTF-8; what it says to those who read Spanish is Latin-1. */
    private static String read(byte[] answer) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(answer, StandardCharsets.ISO_8859_1);
        }
    }

    /** What a call takes for a message in plain words. */
    static Map<String, Object> words(String text) {
        return Map.of("Content", text, "ContentType", "text/plain");
    }
}
