package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.FailuresTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final String PATH = ScriptedInstance.CASES + "/" + TICKET;
    private static final String TOKEN = "/oauth_token.do";

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final MovableClock clock = new MovableClock();
    private final AtomicReference<String> good = new AtomicReference<>("");

    private ServiceNow connected(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(
                Map.of("buzon.servicenow.oauth.client-id", "us", "buzon.servicenow.oauth.client-secret", "s&cret"));
        all.putAll(more);
        instance.on(
                "GET",
                PATH,
                asked -> ("Bearer " + good.get()).equals(asked.headers().get("authorization"))
                        ? Reply.json(200, Connected.result(Connected.row("")))
                        : Reply.error(401, "User Not Authenticated", ""));
        return Connected.to(Connected.settings(instance.url(), all), clock, (call, took, outcome) -> {});
    }

    private void tokens() {
        instance.on("POST", TOKEN, asked -> {
            good.set("t" + instance.asked("POST", TOKEN).size());
            return Reply.json(200, "{\"access_token\":\"" + good + "\",\"token_type\":\"Bearer\",\"expires_in\":1799}");
        });
    }

    @Test
    void thirtyTwoThreadsAskForOneToken() throws Exception {
        ServiceNow serviceNow = connected(Map.of());
        tokens();
        serviceNow.read(TICKET);
        good.set("revoked");

        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Future<?>> all = IntStream.range(0, 32)
                .<Future<?>>mapToObj(i -> threads.submit(() -> {
                    start.await();
                    return serviceNow.read(TICKET);
                }))
                .toList();
        start.countDown();
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(instance.asked("POST", TOKEN)).hasSize(2);
    }

    @Test
    void renewsAheadOfTheEnd() {
        ServiceNow serviceNow = connected(Map.of());
        tokens();
        serviceNow.read(TICKET);
        clock.forward(Duration.ofSeconds(1400));
        serviceNow.read(TICKET);
        clock.forward(Duration.ofSeconds(100));
        serviceNow.read(TICKET);

        assertThat(instance.asked("POST", TOKEN)).hasSize(2).allMatch(asked -> asked.body()
                .equals("grant_type=client_credentials&client_id=us&client_secret=s%26cret"));
        assertThat(instance.asked("GET", PATH)).hasSize(3);
    }

    @Test
    void aRefusedFileKeepsNoTurnFromTheTokenThatItNeeds() throws Exception {
        ServiceNowSettings alone = Connected.settings(
                instance.url(),
                Map.of(
                        "buzon.servicenow.oauth.client-id", "us",
                        "buzon.servicenow.oauth.client-secret", "s",
                        "buzon.connector.parallel", "1"));
        ServiceNow serviceNow = Connected.to(
                Connected.hasty(alone, Duration.ofSeconds(5), Duration.ofSeconds(5)),
                clock,
                (call, took, outcome) -> {});
        tokens();
        String key = FakeTable.key(1);
        instance.on(
                "GET",
                "/api/now/attachment/" + key + "/file",
                Reply.error(401, "User Not Authenticated", ""),
                Reply.json(200, "hola").with("X-Attachment-Metadata", "{}"),
                Reply.error(401, "User Not Authenticated", "not today"));
        RemoteFile file = new RemoteFile(
                key,
                TICKET,
                new RemoteAuthor("marcela", null, false),
                clock.instant(),
                "a.txt",
                4,
                RemoteFile.Readiness.READY);

        try (InputStream bytes = serviceNow.open(file)) {
            assertThat(bytes).hasContent("hola");
        }
        assertThat(failure(() -> serviceNow.open(file)))
                .isInstanceOf(RemoteFailure.Unauthorized.class)
                .hasMessageContaining("not today");
        assertThat(instance.asked("POST", TOKEN)).hasSize(3);
    }

    @Test
    void aSecondRefusalIsFinal() {
        ServiceNow serviceNow = connected(Map.of());
        instance.on("POST", TOKEN, Reply.json(200, "{\"access_token\":\"x\",\"expires_in\":\"100\"}"));

        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unauthorized.class);
        assertThat(instance.asked("GET", PATH)).hasSize(2);
    }

    @Test
    void doesNotHammerWithWrongCredentials() {
        ServiceNow serviceNow = connected(Map.of());
        instance.on(
                "POST", TOKEN, Reply.json(401, "{\"error_description\":\"access_denied\",\"error\":\"server_error\"}"));

        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unauthorized.class);
        assertThat(failure(() -> serviceNow.read(TICKET)))
                .isInstanceOf(RemoteFailure.Unauthorized.class)
                .hasMessageContaining("access_denied")
                .hasMessageNotContaining("cret");
        assertThat(instance.asked("POST", TOKEN)).hasSize(1);

        tokens();
        clock.forward(Duration.ofSeconds(6));
        serviceNow.read(TICKET);
    }

    @Test
    void aSleepingInstanceIsNotARefusal() {
        ServiceNow serviceNow = connected(Map.of());
        instance.on("POST", TOKEN, Reply.page(200, "<html><title>Instance Hibernating page</title></html>"));

        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unreachable.class);
    }

    @Test
    void signsInAsAUserWhenThereIsOne() {
        ServiceNow serviceNow = connected(Map.of("buzon.servicenow.username", "u", "buzon.servicenow.password", "p"));
        tokens();
        serviceNow.read(TICKET);

        assertThat(instance.asked("POST", TOKEN).get(0).body())
                .startsWith("grant_type=password&username=u&password=p&");
    }

    @Test
    void withoutOAuthTheNameGoesWithEveryCall() {
        ServiceNow serviceNow = Connected.to(instance.url(), clock);
        instance.on("GET", PATH, Reply.error(401, "User Not Authenticated", ""));

        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unauthorized.class);
        assertThat(instance.asked("GET", PATH)).hasSize(1);
        assertThat(instance.asked("GET", PATH).get(0).headers().get("authorization"))
                .startsWith("Basic ");
    }
}
