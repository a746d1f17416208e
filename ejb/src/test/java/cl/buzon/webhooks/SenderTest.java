package cl.buzon.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.BodySignature;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration PATIENT = Duration.ofSeconds(15);
    private static final String SECRET = "whsec_secret";
    private static final String BODY = "{\"text\":\"¿Dónde está?\"}";

    private record Received(String path, Headers headers, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer receiver;

    @SuppressWarnings("NullAway.Init")
    SenderTest() {}

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theVeryBytesAreSignedAndNamed() {
        answer("/hook", 204, "");
        Dispatch dispatch = dispatch(here("/hook?a=b"));

        Attempt attempt = send(dispatch);

        assertThat(attempt.isDelivered()).isTrue();
        assertThat(attempt.status()).isEqualTo(204);
        Received one = received.get(0);
        assertThat(one.path()).isEqualTo("/hook?a=b");
        assertThat(one.body()).isEqualTo(BODY);
        assertThat(one.headers().getFirst("Content-Type")).startsWith("application/json");
        assertThat(one.headers().getFirst("X-Buzon-Event")).isEqualTo("MESSAGE");
        assertThat(one.headers().getFirst("X-Buzon-Delivery"))
                .isEqualTo(dispatch.delivery().toString());
        assertThat(one.headers().getFirst("X-Buzon-Timestamp")).isEqualTo("1795521600");
        assertThat(one.headers().getFirst("X-Buzon-Signature"))
                .as("as any HMAC tool makes it of 1795521600.<body>")
                .isEqualTo("sha256=c5e24b4b2d5c8a34e80798492fe316a67202ddedd095429a74634e3c64596b91");
        assertThat(new BodySignature(SECRET)
                        .verifies(
                                one.headers().getFirst("X-Buzon-Timestamp"),
                                one.headers().getFirst("X-Buzon-Signature"),
                                one.body().getBytes(UTF_8),
                                NOON))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 429, 500, 503})
    void anotherStatusThan2xxIsNoDelivery(int status) {
        answer("/hook", status, "no\0pe");

        assertThat(send(dispatch(here("/hook")))).isEqualTo(new Attempt(status, Trouble.BAD_STATUS, "nope"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        answer("/inside", 200, "secret");
        receiver.createContext("/hook", exchange -> {
            exchange.getResponseHeaders().add("Location", here("/inside"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });

        assertThat(send(dispatch(here("/hook"))).trouble()).isEqualTo(Trouble.REDIRECT);
        assertThat(received).isEmpty();
    }

    @Test
    void aNameThatLeadsInsideByNowIsNotCalled() throws Exception {
        answer("/hook", 200, "");
        Deque<String> leadsTo = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
        AddressJudge judge =
                new AddressJudge(false, host -> new InetAddress[] {InetAddress.getByName(leadsTo.removeFirst())});
        String url = "https://hooks.example:" + receiver.getAddress().getPort() + "/hook";
        assertThat(judge.judge(url)).as("when it was registered").isEqualTo(AddressJudge.Verdict.GOOD);

        Attempt attempt = send(judge, PATIENT, dispatch(url));

        assertThat(attempt).isEqualTo(Attempt.unanswered(Trouble.FORBIDDEN_ADDRESS));
        assertThat(received).isEmpty();
        assertThat(leadsTo).as("asked once for each attempt").isEmpty();
    }

    @Test
    void whatWasJudgedIsConnectedToAndNobodyAsksAgain() throws Exception {
        answer("/hook", 200, "");
        Deque<InetAddress> leadsTo = new ArrayDeque<>(List.of(InetAddress.getLoopbackAddress()));
        AddressJudge judge = new AddressJudge(true, host -> new InetAddress[] {leadsTo.removeFirst()});

        assertThat(send(judge, PATIENT, dispatch(here("/hook"))).isDelivered()).isTrue();
        assertThat(received.get(0).headers().getFirst("Host")).startsWith("localhost:");
    }

    @Test
    void outsideTheDemoThisMachineIsNotCalled() {
        answer("/hook", 200, "");

        Attempt attempt = send(new AddressJudge(false, InetAddress::getAllByName), PATIENT, dispatch(here("/hook")));

        assertThat(attempt.trouble()).isEqualTo(Trouble.FORBIDDEN_ADDRESS);
        assertThat(received).isEmpty();
    }

    @Test
    void whoSaysNothingIsNotWaitedForForEver() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Dispatch dispatch = dispatch("http://localhost:" + mute.getLocalPort() + "/");

            assertThat(send(judge(), Duration.ofMillis(200), dispatch).trouble())
                    .isEqualTo(Trouble.TIMEOUT);
        }
    }

    @Test
    void ofAnAnswerWithoutEndOnlyTheBeginningIsRead() {
        receiver.createContext("/hook", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = "x".repeat(8_192).getBytes(UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(much);
                }
            }
        });

        Attempt attempt = send(dispatch(here("/hook")));

        assertThat(attempt.isDelivered()).isTrue();
        assertThat(attempt.answer()).hasSize(2_000);
    }

    @Test
    void whoeverIsNotThereIsNotReachable() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(send(dispatch("http://localhost:" + port + "/")).trouble()).isEqualTo(Trouble.NOT_REACHABLE);
    }

    @Test
    void whoDoesNotEncryptGetsNoDelivery() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket caller = plain.accept()) {
                    caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                    caller.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            String url = "https://localhost:" + plain.getLocalPort() + "/hook";

            assertThat(send(dispatch(url)).trouble()).isEqualTo(Trouble.TLS_FAILED);
        }
    }

    private void answer(String path, int status, String text) {
        receiver.createContext(path, exchange -> {
            received.add(received(exchange));
            byte[] body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static Received received(HttpExchange exchange) throws IOException {
        return new Received(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private String here(String path) {
        return "http://localhost:" + receiver.getAddress().getPort() + path;
    }

    private static Dispatch dispatch(String url) {
        return new Dispatch(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), url, SECRET, "MESSAGE", BODY);
    }

    private static Attempt send(Dispatch dispatch) {
        return send(judge(), PATIENT, dispatch);
    }

    private static Attempt send(AddressJudge judge, Duration deadline, Dispatch dispatch) {
        try (Sender sender = new Sender(judge, NOON, deadline)) {
            return sender.send(dispatch);
        }
    }

    private static AddressJudge judge() {
        return new AddressJudge(true, host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    }
}
