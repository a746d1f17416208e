package cl.buzon.sandbox;

import static cl.buzon.sandbox.Outside.json;
import static cl.buzon.sandbox.Outside.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.sandbox.fault.Effect;
import cl.buzon.sandbox.fault.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Behaviours 36 to 40 of the reference: who is let in, how much is taken, what can go wrong. */
class FaultyInstanceTest {

    private static final String CASES = "/api/now/v2/table/sn_customerservice_case";

    private final SandboxServer server = SandboxServer.start();
    private final Outside caller = Outside.integrationUser(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSameTokenIsGivenOutUntilItIsOld() {
        JsonNode first = json(token("grant_type=client_credentials&client_id=buzon&client_secret=Buzon-demo-2026"));
        server.instance().clock().move(Duration.ofSeconds(100));
        JsonNode second = json(token("grant_type=password&client_id=buzon&client_secret=Buzon-demo-2026"
                + "&username=buzon.integration&password=Buzon-demo-2026"));

        String token = first.path("access_token").asText();
        assertThat(second.path("access_token").asText()).isEqualTo(token);
        assertThat(second.path("expires_in").asInt()).isBetween(1690, 1700);
        assertThat(Outside.bearer(server, token).get(CASES).statusCode()).isEqualTo(200);

        server.instance().clock().move(Duration.ofMinutes(30));
        assertThat(Outside.bearer(server, token).get(CASES).statusCode()).isEqualTo(401);
    }

    @Test
    void eachMistakeAtTheTokenDeskIsAnsweredTheSame() {
        String expected = "{\"error_description\":\"access_denied\",\"error\":\"server_error\"}";

        assertThat(token("grant_type=client_credentials&client_id=buzon&client_secret=wrong")
                        .body())
                .isEqualTo(expected);
        assertThat(token("grant_type=nonsense&client_id=buzon&client_secret=Buzon-demo-2026")
                        .body())
                .isEqualTo(expected);
        HttpResponse<String> json = Outside.nobody(server).post("/oauth_token.do", "{}");
        assertThat(json.statusCode()).isEqualTo(401);
        assertThat(json.body()).isEqualTo(expected);
    }

    @Test
    void tooManyWrongPasswordsLockTheUserForAWhile() {
        server.instance().switches().passwordsUntilLocked = 2;
        Outside forgetful = Outside.user(server, "buzon.integration", "wrong");

        forgetful.get(CASES);
        forgetful.get(CASES);

        assertThat(caller.get(CASES).statusCode()).isEqualTo(401);
        server.instance().clock().move(Duration.ofMinutes(16));
        assertThat(caller.get(CASES).statusCode()).isEqualTo(200);
    }

    @Test
    void theRateRuleSaysHowMuchAndUntilWhen() {
        server.instance().switches().callsAnHour = 1;

        HttpResponse<String> first = caller.get(CASES);
        HttpResponse<String> second = caller.get(CASES);

        assertThat(first.headers().firstValue("X-RateLimit-Limit")).contains("1");
        assertThat(first.headers().firstValue("Retry-After")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().map()).containsKeys("x-ratelimit-reset", "x-ratelimit-rule", "retry-after");
        assertThat(json(second).at("/error/message").asText()).isEqualTo("Rate limit exceeded");
    }

    @Test
    void aFullPoolSaysNothingAboutWhen() {
        server.instance().faults().inject(Fault.poolFull().once());

        HttpResponse<String> answer = caller.get(CASES);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isEmpty();
    }

    @Test
    void callsOfOneSessionBeyondTheQueueAreThrownAway() throws Exception {
        List<Integer> withCookie = statuses(16, "JSESSIONID=one");
        List<Integer> without = statuses(16, "");

        assertThat(withCookie).contains(201).allMatch(status -> status == 201 || status == 202);
        assertThat(server.instance().cases())
                .hasSize((int) withCookie.stream()
                                .filter(status -> status == 201)
                                .count()
                        + 16);
        assertThat(without).containsOnly(201);
    }

    @Test
    void everyAnswerSetsCookies() {
        assertThat(caller.get(CASES).headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void aSleepingInstanceSaysSoWithAGoodStatus() {
        server.instance().faults().inject(Fault.hibernating());

        HttpResponse<String> answer = caller.get(CASES);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("Your instance is hibernating");
        assertThat(token("grant_type=client_credentials").body()).contains("Instance Hibernating page");
    }

    @Test
    void maintenanceLoginAndDroppedCallsAreToldApart() {
        server.instance().faults().inject(Fault.maintenance().once());
        server.instance().faults().inject(Fault.loginRedirect().once());
        server.instance().faults().inject(Fault.dropped().once());

        assertThat(caller.get(CASES).statusCode()).isEqualTo(503);
        assertThat(caller.get(CASES).statusCode()).isEqualTo(302);
        HttpResponse<String> dropped = caller.post(CASES, "{}");
        assertThat(dropped.statusCode()).isEqualTo(202);
        assertThat(dropped.body()).isEmpty();
        assertThat(server.instance().cases()).isEmpty();
    }

    @Test
    void anAnswersJsonMayBeCutOrCarryAnErrorBehindItsResult() {
        caller.open("a");
        server.instance().faults().inject(Fault.truncated(20).once());
        server.instance().faults().inject(Fault.errorBehindResult().once());

        assertThat(caller.get(CASES).body()).hasSize(20);
        HttpResponse<String> answer = caller.get(CASES);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(result(answer).size()).isEqualTo(1);
        assertThat(json(answer).at("/error/message").asText())
                .isEqualTo("Transaction cancelled: maximum execution time exceeded");
    }

    @Test
    void anAnswerMayBeHugeOrDeep() {
        server.instance()
                .faults()
                .inject(Fault.of("deep", new Effect.Deep(50_000)).once());
        server.instance()
                .faults()
                .inject(Fault.of("huge", new Effect.Huge(5_000_000)).once());

        assertThat(caller.get(CASES).body()).hasSizeGreaterThan(100_000);
        assertThat(caller.get(CASES).body()).hasSizeGreaterThan(5_000_000);
    }

    @Test
    void aConnectionMayEndAfterTheWriteWasDone() {
        server.instance().faults().inject(Fault.writeLost().once());
        HttpRequest.Builder write = caller.request(CASES)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"short_description\":\"lost\"}"));

        assertThatThrownBy(() -> caller.trySend(write)).isInstanceOf(IOException.class);

        assertThat(server.instance().cases()).hasSize(1);
        assertThat(server.instance().exchanges().all().get(0).status()).isZero();
        assertThat(server.instance().exchanges().all().get(0).committed()).hasSize(1);
    }

    @Test
    void aConnectionMayEndWithinTheAnswer() {
        caller.open("a");
        server.instance().faults().inject(Fault.broken(10).once());

        assertThatThrownBy(() -> caller.trySend(caller.request(CASES))).isInstanceOf(IOException.class);
    }

    @Test
    void answersMayComeLateOrByteByByte() {
        server.instance().faults().inject(Fault.slow(Duration.ofMillis(300)).once());
        server.instance().faults().inject(Fault.drip(Duration.ofMillis(20)).once());

        long start = System.nanoTime();
        assertThat(caller.get(CASES).statusCode()).isEqualTo(200);
        assertThat(caller.get(CASES).body()).isEqualTo("{\"result\":[]}");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void faultsStrikeWhereAndAsOftenAsTheyAreTold() {
        server.instance()
                .faults()
                .inject(Fault.gateway(502)
                        .on(call -> call.path().endsWith("sys_user"))
                        .skipping(1)
                        .flapping(1)
                        .times(2));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            statuses.add(
                    caller.get("/api/now/v2/table/sys_user?sysparm_limit=1").statusCode());
        }

        assertThat(statuses).containsExactly(200, 502, 200, 502, 200, 200);
        assertThat(server.instance().faults().inForce()).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsRejectedWithBothSizes() {
        server.instance().switches().largestBody = 10;

        HttpResponse<String> answer = caller.post(CASES, "{\"cause\":\"0123456789\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/detail").asText())
                .isEqualTo("Rejected large REST payload with content-length = 22 bytes. Max allowed: 10 bytes.");
    }

    @Test
    void oddFormsAreRefusedInTheSameEnvelope() {
        HttpResponse<String> accept = caller.send(HttpRequest.newBuilder(server.uri(CASES))
                .header("Accept", "text/csv")
                .header(
                        "Authorization",
                        caller.request(CASES)
                                .build()
                                .headers()
                                .firstValue("Authorization")
                                .orElse("")));
        HttpResponse<String> type = caller.send(
                caller.request(CASES).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")));
        HttpResponse<String> method = caller.write("PATCH", CASES, "{}");

        assertThat(accept.statusCode()).isEqualTo(406);
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(List.of(accept, type, method))
                .allMatch(answer -> json(answer).path("status").asText().equals("failure"));
    }

    @Test
    void theDateIsTheInstancesOwn() {
        server.instance().clock().skew(Duration.ofHours(-5));

        String date = caller.get(CASES).headers().firstValue("Date").orElse("");

        ZonedDateTime said = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(Duration.between(said, ZonedDateTime.now(said.getZone())))
                .isBetween(Duration.ofHours(4), Duration.ofHours(6));
    }

    private List<Integer> statuses(int calls, String cookie) throws Exception {
        server.instance().faults().clear();
        ExecutorService callers = Executors.newFixedThreadPool(calls);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                HttpRequest.Builder request = caller.request(CASES)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"));
                if (!cookie.isEmpty()) {
                    request.header("Cookie", cookie);
                }
                answers.add(callers.submit(() -> caller.send(request).statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            callers.shutdown();
        }
    }

    private HttpResponse<String> token(String form) {
        return caller.send(HttpRequest.newBuilder(server.uri("/oauth_token.do"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }
}
