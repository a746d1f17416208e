package cl.buzon.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import cl.buzon.sync.World.Promise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers' programs that write to the portal as the guide tells them to: every request carries a key and is repeated
 * with it until it is answered. What they are told has happened is a promise, and is remembered.
 */
final class Customers {

    /** A small file that is what its name says. */
    static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(UTF_8);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final String portal;
    private final String token;
    private final List<Promise> promises;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Customers(String portal, String token, List<Promise> promises) {
        this.portal = portal;
        this.token = token;
        this.promises = promises;
    }

    /** Programs of Camila's company. */
    static Customers ofAndesSur(URI portal) {
        return new Customers(portal.toString(), "buzon-demo-andessur", new CopyOnWriteArrayList<>());
    }

    /** Paula's; what they are told is remembered in the same place. */
    Customers ofPacifico() {
        return new Customers(portal, "buzon-demo-pacifico", promises);
    }

    /** The same people, who go to the portal by another port. */
    Customers by(int port) {
        return new Customers("http://localhost:" + port + "/csm/", token, promises);
    }

    List<Promise> promises() {
        return List.copyOf(promises);
    }

    /** A whole answer of the portal. */
    record Answer(int status, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** Opens a case; its number. */
    String open(String subject) {
        return open(subject, UUID.randomUUID().toString());
    }

    /** Opens a case by the key, be it for the first time or again. */
    String open(String subject, String key) {
        Answer answer = repeated("cases", key, json(claim(subject)));
        String number = answer.json().get("number").asString();
        promises.add(new Promise(Promise.Kind.CASE, key, number, subject));
        return number;
    }

    static Map<String, Object> claim(String subject) {
        return Map.of(
                "category", "LOSS",
                "trackingNumber", "RR123456785CL",
                "subject", subject,
                "description", "El envío no ha llegado.");
    }

    /** Writes to the executive; the texts of one case must differ, so that one can count them. */
    void write(String number, String text) {
        String key = UUID.randomUUID().toString();
        repeated("cases/" + number + "/messages", key, json(Map.of("text", text)));
        promises.add(new Promise(Promise.Kind.MESSAGE, key, number, text));
    }

    void attach(String number, String name, String type, byte[] content) {
        String key = UUID.randomUUID().toString();
        repeated("cases/" + number + "/attachments", key, new Multipart(name, type, content));
        promises.add(new Promise(Promise.Kind.FILE, key, number, PortalRecords.sum(content)));
    }

    void act(String number, String action) {
        repeated(
                "cases/" + number + "/actions/" + action,
                UUID.randomUUID().toString(),
                json(Map.of("reason", "Listo")));
    }

    /** What somebody is told who asks once and does not promise himself anything of it. */
    Answer post(String path, Object body) {
        return once(request(path, UUID.randomUUID().toString(), json(body)));
    }

    Answer send(String path, String name, String type, byte[] content) {
        return once(request(path, UUID.randomUUID().toString(), new Multipart(name, type, content)));
    }

    Answer get(String path) {
        return once(HttpRequest.newBuilder(URI.create(portal + "api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER_LIMIT)
                .build());
    }

    byte[] download(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(portal + "api/v1/" + path))
                                    .header("Authorization", "Bearer " + token)
                                    .timeout(ANSWER_LIMIT)
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode aCase(String number) {
        return get("cases/" + number).json();
    }

    /** The texts that are read in a case, oldest first. */
    List<String> heard(String number) {
        return activities(number, "MESSAGE").stream()
                .map(item -> item.get("text").asString())
                .toList();
    }

    /** Those files that are seen in a case, by name, oldest first. */
    List<JsonNode> files(String number) {
        return activities(number, "FILE").stream()
                .map(item -> item.get("attachment"))
                .toList();
    }

    /** The reasons of a state, each time that the case came to it. */
    List<String> reasons(String number, String state) {
        return activities(number, "STATE").stream()
                .filter(item -> item.get("to").asString().equals(state))
                .map(item -> item.get("reason").asString(""))
                .toList();
    }

    private List<JsonNode> activities(String number, String type) {
        return get("cases/" + number + "/activities?limit=200")
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("type").asString().equals(type))
                .toList();
    }

    /** A body with the type that it is sent under. */
    private interface Content {
        String type();

        BodyPublisher body();
    }

    private record Text(String type, String json) implements Content {
        @Override
        public BodyPublisher body() {
            return BodyPublishers.ofString(json);
        }
    }

    private static final class Multipart implements Content {

        private static final String BOUNDARY = "----limite-de-las-partes";

        private final byte[] whole;

        Multipart(String name, String fileType, byte[] content) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: " + fileType + "\r\n\r\n")
                    .getBytes(UTF_8));
            bytes.writeBytes(content);
            bytes.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
            whole = bytes.toByteArray();
        }

        @Override
        public String type() {
            return "multipart/form-data; boundary=" + BOUNDARY;
        }

        @Override
        public BodyPublisher body() {
            return BodyPublishers.ofByteArray(whole);
        }
    }

    private static Content json(Object body) {
        return new Text("application/json", body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private HttpRequest request(String path, String key, Content content) {
        return HttpRequest.newBuilder(URI.create(portal + "api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", content.type())
                .header("Idempotency-Key", key)
                .timeout(ANSWER_LIMIT)
                .POST(content.body())
                .build();
    }

    /** Again and again with the same key, until it is done; what is wrong with the request itself is no case for that. */
    private Answer repeated(String path, String key, Content content) {
        return await("POST " + path)
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .pollDelay(Duration.ZERO)
                .until(() -> tried(request(path, key, content)), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Answer> tried(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(UTF_8));
            int status = answer.statusCode();
            if (status / 100 == 4 && status != 409 && status != 429) {
                throw new AssertionError("POST " + request.uri() + ": " + status + " " + answer.body());
            }
            return status / 100 == 2 ? Optional.of(new Answer(status, answer.body())) : Optional.empty();
        } catch (IOException unanswered) {
            return Optional.empty();
        }
    }

    private Answer once(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
