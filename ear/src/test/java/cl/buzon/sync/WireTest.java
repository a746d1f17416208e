package cl.buzon.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wire does to a line what it is told, and is well again when that is mended. */
class WireTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final HttpServer server;
    private final Wire wire;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    WireTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            byte[] body = "hola".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        wire = new Wire(server.getAddress().getPort());
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void end() {
        wire.close();
        server.stop(0);
    }

    private HttpRequest request(Duration limit) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + wire.port() + "/"))
                .timeout(limit)
                .build();
    }

    private String ask(Duration limit) throws IOException, InterruptedException {
        return client.send(request(limit), BodyHandlers.ofString()).body();
    }

    @Test
    void whatIsWellGetsThrough() throws Exception {
        assertThat(ask(LONG)).isEqualTo("hola");
    }

    @Test
    void whatIsRefusedIsRefusedUntilMended() throws Exception {
        ask(LONG);
        wire.refuse();

        assertThatThrownBy(() -> ask(LONG)).isInstanceOf(IOException.class);
        wire.mend();
        assertThat(ask(LONG)).isEqualTo("hola");
    }

    @Test
    void anAnswerIsCutAfterSoManyBytes() throws Exception {
        wire.cutAfter(10);

        assertThatThrownBy(() -> ask(LONG)).isInstanceOf(IOException.class);
        wire.mend();
        assertThat(ask(LONG)).isEqualTo("hola");
    }

    @Test
    void aTrickleIsSlowerThanAnybodyWaits() throws Exception {
        wire.trickle(Duration.ofSeconds(1));

        assertThatThrownBy(() -> ask(SHORT)).isInstanceOf(HttpTimeoutException.class);
        wire.mend();
        assertThat(ask(LONG)).isEqualTo("hola");
    }

    @Test
    void aJamLetsNothingThroughAndGoesOnAfterwards() throws Exception {
        wire.jam();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request(LONG), BodyHandlers.ofString());

        assertThatThrownBy(() -> ask(SHORT)).isInstanceOf(HttpTimeoutException.class);
        assertThat(answer).isNotDone();
        wire.mend();
        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("hola");
    }

    @Test
    void anAnswerThatIsHeldHasComeAndIsNotGiven() throws Exception {
        wire.holdAnswers();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request(LONG), BodyHandlers.ofString());

        wire.awaitHeld(LONG);

        assertThat(answer).isNotDone();
        wire.mend();
        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("hola");
    }
}
