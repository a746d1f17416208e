package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.ScriptedServer;
import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Request Tracker for each test: what a real one has answered to it, or with {@code -Dbuzon.rt.url} that real one itself.
 * Between the two stands a server of our own, so that nobody notices which it is.
 *
 * <ul>
 *   <li>{@code buzon.rt.url}, {@code buzon.rt.token} (the portal's user), {@code buzon.rt.executive-token}: the real one
 *   <li>{@code buzon.rt.record=true}: writes down anew what it answers
 * </ul>
 */
public final class RecordedTracker implements BeforeEachCallback, AfterEachCallback {

    private static final Path RECORDINGS = Path.of("src/test/resources/requesttracker");
    private static final String US = "us";
    private static final String EXECUTIVE = "executive";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Optional<String> real = Optional.ofNullable(System.getProperty("buzon.rt.url"));
    private final boolean records = Boolean.getBoolean("buzon.rt.record");

    private @Nullable ScriptedServer server;
    private @Nullable Cassette cassette;
    private @Nullable Path place;
    private @Nullable String fault;
    private @Nullable String lost;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        place = RECORDINGS
                .resolve(context.getRequiredTestClass().getSimpleName())
                .resolve(context.getRequiredTestMethod().getName() + ".jsonl");
        cassette = real.isPresent()
                ? Cassette.empty(System.currentTimeMillis() % 10_000_000_000L, user())
                : Cassette.read(place);
        server = new ScriptedServer() {
            @Override
            protected Reply unknown(Asked one) {
                return answer(one);
            }
        };
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Objects.requireNonNull(server).close();
        if (context.getExecutionException().isPresent()) {
            return;
        }
        if (fault != null) {
            throw new AssertionError(fault);
        }
        if (real.isEmpty()) {
            open().mustBeOver(Objects.requireNonNull(place));
        } else if (records) {
            open().write(Objects.requireNonNull(place));
        }
    }

    /** The number in the token of our user. */
    private static String user() {
        return System.getProperty("buzon.rt.token", "").replaceFirst("^\\d+-(\\d+)-.*$", "$1");
    }

    public String url() {
        return Objects.requireNonNull(server).url();
    }

    /** A number of a case that this Request Tracker has not seen; so is the next one. */
    public long first() {
        return open().first();
    }

    /** What the portal signs in with. */
    public String token() {
        return "1-" + open().user() + "-" + US;
    }

    String executiveToken() {
        return "1-0-" + EXECUTIVE;
    }

    /** The next call to an address is made, and nobody hears what came of it. */
    public void loseAnswerTo(String end) {
        lost = end;
    }

    private Cassette open() {
        return Objects.requireNonNull(cassette);
    }

    private Reply answer(Asked asked) {
        String who = asked.headers().getOrDefault("authorization", "").endsWith(EXECUTIVE) ? EXECUTIVE : US;
        Cassette.Request request = new Cassette.Request(who, asked.method(), asked.target(), asked.body());
        Cassette.Reply reply = reply(asked, request);
        if (lost != null && asked.target().endsWith(lost)) {
            lost = null;
            return new Reply(0, Map.of(), "");
        }
        return new Reply(reply.status(), reply.headers(), reply.body());
    }

    private synchronized Cassette.Reply reply(Asked asked, Cassette.Request request) {
        try {
            if (real.isEmpty()) {
                return open().next(request);
            }
            Cassette.Reply reply = forward(asked, request);
            open().add(request, reply);
            return reply;
        } catch (IOException | AssertionError e) {
            fault = fault == null ? String.valueOf(e.getMessage()) : fault;
            return new Cassette.Reply(
                    500,
                    Map.of("Content-Type", "application/json"),
                    Json.createObjectBuilder().add("message", fault).build().toString());
        }
    }

    private Cassette.Reply forward(Asked asked, Cassette.Request request) throws IOException {
        String token =
                System.getProperty(request.who().equals(EXECUTIVE) ? "buzon.rt.executive-token" : "buzon.rt.token", "");
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(real.orElseThrow() + request.path()))
                .header("Authorization", "token " + token)
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(request.body()));
        for (String name : new String[] {"Content-Type", "Accept"}) {
            String value = asked.headers().get(name.toLowerCase(Locale.ROOT));
            if (value != null) {
                call.header(name, value);
            }
        }
        try {
            HttpResponse<String> answer =
                    client.send(call.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers = new TreeMap<>();
            for (String name : new String[] {"Content-Type", "Date", "ETag", "Location"}) {
                answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
            }
            boolean json = headers.getOrDefault("Content-Type", "")
                    .toLowerCase(Locale.ROOT)
                    .startsWith("application/json");
            return new Cassette.Reply(
                    answer.statusCode(), headers, json ? Cassette.slim(answer.body()) : answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
