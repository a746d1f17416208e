package cl.buzon.sync;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.shared.BodySignature;
import cl.buzon.systems.Api;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Customers at the portal and executives at their own system, kept in step by the real connector over the wire. */
@TestInstance(Lifecycle.PER_CLASS)
class SyncIT {

    private static final String SECRET = "llave-del-timbre";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final StandIn remote = new StandIn();
    private final RunningPortal portal = RunningPortal.start("sync", TestBuild.ear(), settings());
    private final Api api = Api.of(portal);

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(remote.settings());
        settings.put("BUZON_DEMO", "true");
        settings.put("BUZON_WEBHOOK_SECRET", SECRET);
        return settings;
    }

    @BeforeAll
    void letTheDemoSettle() {
        // The demo's own cases go first: some forty, with all that was said on them
        await().atMost(120, SECONDS)
                .until(() -> remote.calls.stream()
                                .filter("POST /api/now/v2/table/sn_customerservice_case"::equals)
                                .count()
                        >= 40);
    }

    @AfterAll
    void close() {
        portal.close();
        remote.close();
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(30, SECONDS).untilAsserted(holds);
    }

    private String open(String subject) {
        String number = api.openCase(subject);
        eventually(() -> assertThat(remote.ticket(number)).isPresent());
        return number;
    }

    private JsonPath ours(String number) {
        return api.asCamila().get("/cases/{number}", number).jsonPath();
    }

    private List<String> heard(String number) {
        return api.asCamila()
                .get("/cases/{number}/activities?limit=200", number)
                .jsonPath()
                .getList("items.findAll { it.type == 'MESSAGE' }.text");
    }

    private void write(String number, String text) {
        api.asCamila()
                .body(Map.of("text", text))
                .post("/cases/{number}/messages", number)
                .then()
                .statusCode(201);
    }

    private void act(String number, String action) {
        api.asCamila()
                .body(Map.of("reason", "Listo"))
                .post("/cases/{number}/actions/{action}", number, action)
                .then()
                .statusCode(200);
    }

    @Test
    void aCaseBecomesARecordWithItsMessagesAndFiles() {
        String number = open("Va y vuelve");
        write(number, "Hola [code]<b>x</b>[/code]");
        api.asCamila()
                .contentType("multipart/form-data")
                .multiPart("file", "boleta.pdf", PDF, "application/pdf")
                .post("/cases/{number}/attachments", number)
                .then()
                .statusCode(201);

        eventually(() -> {
            assertThat(remote.said(number)).containsExactly("Camila Rojas (portal): Hola [ code]<b>x</b>[/ code]");
            assertThat(remote.shown(number)).containsExactly(PDF);
        });
        assertThat(remote.ticket(number).orElseThrow())
                .containsEntry("u_category", "LOSS")
                .containsEntry("u_tracking_number", "RR123456785CL")
                .containsEntry("short_description", "Va y vuelve")
                .containsEntry("state", "1");
        assertThat(remote.tickets(number)).isEqualTo(1);
    }

    @Test
    void whatTheExecutiveDoesIsSeenByTheCustomer() {
        String number = open("Respondido allá");

        remote.change(number, "marcela.fuentes", Map.of("comments", "<p>Falta la <b>foto</b></p>", "state", "18"));
        remote.change(number, "marcela.fuentes", Map.of("work_notes", "Nota interna"));
        remote.attach(number, "temporal", "../../x.pdf", PDF);

        eventually(() -> {
            assertThat(ours(number).getString("state")).isEqualTo("AWAITING_INFO");
            assertThat(heard(number)).containsExactly("Falta la foto");
            assertThat(api.asCamila()
                            .get("/cases/{number}/activities", number)
                            .jsonPath()
                            .getList("items.attachment.name"))
                    .contains("x.pdf");
        });
        assertThat(api.asCamila().get("/cases/{number}/activities", number).asString())
                .doesNotContain("Nota interna")
                .contains("Marcela Fuentes")
                .contains("Ana Temporal");
    }

    @Test
    void anAnswerTakesTheCaseUpAgainOnBothSidesAndASolutionIsAccepted() {
        String number = open("Hasta el final");
        remote.change(number, "marcela.fuentes", Map.of("state", "18"));
        eventually(() -> assertThat(ours(number).getString("state")).isEqualTo("AWAITING_INFO"));

        write(number, "Aquí va");
        eventually(() -> assertThat(remote.ticket(number).orElseThrow()).containsEntry("state", "10"));
        remote.change(
                number,
                "marcela.fuentes",
                Map.of(
                        "state", "6",
                        "resolution_code", "FIX",
                        "close_notes", "Se pagará",
                        "u_compensation_state", "approved",
                        "u_compensation_amount", "45000"));
        eventually(() -> {
            assertThat(ours(number).getString("state")).isEqualTo("RESOLVED");
            assertThat(ours(number).getInt("compensation.approvedAmount")).isEqualTo(45000);
        });
        act(number, "accept");

        eventually(() -> assertThat(remote.ticket(number).orElseThrow()).containsEntry("state", "3"));
        assertThat(remote.ticket(number).orElseThrow())
                .containsEntry("close_notes", "Se pagará")
                .containsEntry("u_compensation_amount", "45000");
        assertThat(ours(number).getString("state")).isEqualTo("CLOSED");
    }

    @Test
    void aCreateWhoseAnswerIsLostMakesOneRecord() {
        remote.cutAfter("POST /api/now/v2/table/sn_customerservice_case"::equals);

        String number = api.openCase("Sin respuesta");
        write(number, "Una vez");

        eventually(() -> assertThat(remote.said(number)).containsExactly("Camila Rojas (portal): Una vez"));
        assertThat(remote.tickets(number)).isEqualTo(1);
    }

    @Test
    void aCommentWhoseAnswerIsLostIsNotSaidTwice() {
        String number = open("Dicho una vez");
        remote.cutAfter(call -> call.startsWith("PATCH "));

        write(number, "ok");
        write(number, "ok");

        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(remote.said(number))
                .containsExactly("Camila Rojas (portal): ok", "Camila Rojas (portal): ok"));
    }

    @Test
    void aRefusedCaseDelaysNoOther() {
        remote.fail("POST /api/now/v2/table/sn_customerservice_case"::equals, 400);
        String poison = api.openCase("Rechazado");
        String next = open("El siguiente");

        assertThat(remote.ticket(next)).isPresent();
        assertThat(remote.tickets(poison)).isZero();
        eventually(() -> assertThat(parked()).contains("status 400"));
        assertThat(ours(poison).getString("state")).isEqualTo("NEW");
    }

    private List<String> parked() throws SQLException {
        List<String> reasons = new ArrayList<>();
        try (Connection connection = portal.database().getConnection();
                Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("select reason from sync_link where health = 'PARKED'")) {
            while (found.next()) {
                reasons.add(found.getString(1));
            }
        }
        return reasons;
    }

    @Test
    void aRingIsHeardFromWhoeverHoldsTheKey() {
        String number = open("Con timbre");
        String body = "{\"sys_id\":\"" + remote.ticket(number).orElseThrow().get("sys_id") + "\",\"state\":\"99\"}";

        ring(body, new BodySignature(SECRET), Instant.now()).statusCode(202);
        ring("{\"sys_id\":\"ffffffffffffffffffffffffffffffff\"}", new BodySignature(SECRET), Instant.now())
                .statusCode(202);
        ring(body, new BodySignature("otra"), Instant.now()).statusCode(401);
        ring(body, new BodySignature(SECRET), Instant.now().minusSeconds(400)).statusCode(401);
        ring("{}", new BodySignature(SECRET), Instant.now()).statusCode(400);
        api.withoutToken().body(body).post("/hooks/requesttracker").then().statusCode(404);

        eventually(() -> assertThat(remote.calls)
                .contains("GET /api/now/v2/table/sn_customerservice_case/"
                        + remote.ticket(number).orElseThrow().get("sys_id")));
    }

    private ValidatableResponse ring(String body, BodySignature signature, Instant at) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return api.withoutToken()
                .header(BodySignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
                .header(BodySignature.SIGNATURE, signature.sign(at, bytes))
                .body(bytes)
                .post("/hooks/servicenow")
                .then();
    }

    @Test
    void aServerKilledWhileItSendsSendsEachMessageOnceAndInOrder() {
        String number = open("Cortado");
        List<String> texts = IntStream.range(0, 8).mapToObj(i -> "Mensaje " + i).toList();
        texts.forEach(text -> write(number, text));

        portal.killAndRestart();

        await().atMost(120, SECONDS).untilAsserted(() -> assertThat(remote.said(number))
                .isEqualTo(texts.stream()
                        .map(text -> "Camila Rojas (portal): " + text)
                        .toList()));
    }

    @Test
    void anotherExecutiveIsTakenOver() {
        String number = open("Reasignado");
        String rodrigo = remote.keyOf("rodrigo.lagos");

        remote.change(number, "marcela.fuentes", Map.of("assigned_to", rodrigo));

        eventually(
                () -> assertThat(ours(number).getString("executive.email")).isEqualTo("rodrigo.lagos@buzon.example"));
    }
}
