package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that arrives twice because nobody heard the first answer. */
@PortalTest
class IdempotencyIT {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theSameKeyOpensOneCase(Api api) {
        String key = newKey();

        Response first = open(api, key, "Una sola vez");
        Response again = open(api, key, "Una sola vez");

        first.then().statusCode(201).header(REPLAYED, nullValue());
        again.then().statusCode(201).header(REPLAYED, "true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();
    }

    @Test
    void twoAtTheSameInstantOpenOneCase(Api api) throws Exception {
        String key = newKey();
        ExecutorService pair = Executors.newFixedThreadPool(2);
        try {
            Callable<Response> request = () -> open(api, key, "Al mismo tiempo");
            List<Future<Response>> both = pair.invokeAll(List.of(request, request));

            assertThat(both.get(0).get().statusCode()).isEqualTo(201);
            assertThat(both.get(1).get().asByteArray())
                    .isEqualTo(both.get(0).get().asByteArray());
            assertThat(both.stream().map(one -> replayed(one))).containsExactlyInAnyOrder(null, "true");
        } finally {
            pair.shutdownNow();
        }
    }

    @Test
    void aKeyIsForOneRequest(Api api) {
        String key = newKey();
        String number = open(api, key, "La primera").then().extract().path("number");

        open(api, key, "Otra").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_MISMATCH"));
        api.asCamila()
                .header(KEY, key)
                .body(Map.of("text", "Otra dirección"))
                .post("/cases/{number}/messages", number)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
    }

    @Test
    void aKeyIsItsUsersOwn(Api api) {
        String key = newKey();
        open(api, key, "De Camila");

        api.asPaula()
                .header(KEY, key)
                .body(Map.of("category", "OTHER", "subject", "De Paula", "description", "Otra empresa."))
                .post("/cases")
                .then()
                .statusCode(201)
                .header(REPLAYED, nullValue());
    }

    @Test
    void whatWasRefusedMayBeMendedUnderTheSameKey(Api api) {
        String key = newKey();

        open(api, key, "").then().statusCode(422).body("errors[0].field", equalTo("subject"));

        open(api, key, "Ahora sí").then().statusCode(201).header(REPLAYED, nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"con espacio", "ñandú"})
    void aKeyIsVisibleAscii(String key, Api api) {
        open(api, key, "No se abre")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(KEY))
                .body("errors[0].code", equalTo("IDEMPOTENCY_KEY_FORM"));
    }

    @Test
    void aKeyHasALimit(Api api) {
        open(api, "k".repeat(256), "No se abre").then().statusCode(400);
        open(api, newKey() + "k".repeat(255 - 36), "Se abre").then().statusCode(201);
    }

    @Test
    void messagesFilesAndActionsHappenOnce(Api api) {
        String number = api.openCase("Todo una vez");

        twice(() -> api.asCamila()
                .header(KEY, number + "-message")
                .body(Map.of("text", "Una vez"))
                .post("/cases/{number}/messages", number));
        twice(() -> api.asCamila()
                .contentType("multipart/form-data")
                .header(KEY, number + "-file")
                .multiPart("file", "prueba.pdf", PDF, "application/pdf")
                .post("/cases/{number}/attachments", number));
        twice(() -> api.asCamila()
                .header(KEY, number + "-close")
                .body(Map.of("reason", "Ya apareció"))
                .post("/cases/{number}/actions/close", number));

        api.asCamila()
                .get("/cases/{number}/activities", number)
                .then()
                .body("items.findAll { it.type == 'MESSAGE' }", hasSize(1))
                .body("items.findAll { it.type == 'FILE' }", hasSize(1))
                .body("items.findAll { it.to == 'CLOSED' }", hasSize(1));
    }

    @Test
    void otherFilesUnderTheSameKeyAreAnotherRequest(Api api) {
        String number = api.openCase("Otro archivo");
        String key = newKey();
        attach(api, number, key, "uno.pdf").then().statusCode(201);

        attach(api, number, key, "dos.pdf").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_MISMATCH"));
        api.asCamila()
                .contentType("multipart/form-data")
                .header(KEY, key)
                .multiPart(
                        "file", "uno.pdf", "%PDF-1.7\n%%eof\n".getBytes(StandardCharsets.US_ASCII), "application/pdf")
                .post("/cases/{number}/attachments", number)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
    }

    @Test
    void theOtherStaffCallsHappenOnceToo(Api api) {
        String number = api.openCase("Todo lo del ejecutivo");

        twice(() ->
                staff(api, number + "-note").body(Map.of("text", "Nota")).post("/staff/cases/{number}/notes", number));
        twice(() -> staff(api, number + "-file")
                .contentType("multipart/form-data")
                .multiPart("file", "prueba.pdf", PDF, "application/pdf")
                .post("/staff/cases/{number}/attachments", number));
        twice(() -> staff(api, number + "-resolve")
                .body(Map.of("reason", "Apareció"))
                .post("/staff/cases/{number}/actions/resolve", number));

        api.asCamila()
                .get("/cases/{number}/activities", number)
                .then()
                .body("items.findAll { it.type == 'FILE' }", hasSize(1))
                .body("items.findAll { it.to == 'RESOLVED' }", hasSize(1));
    }

    private static RequestSpecification staff(Api api, String key) {
        return api.withToken("buzon-demo-staff").header(KEY, key);
    }

    @Test
    void staffCallsHappenOnce(Api api, BackOffice backOffice) {
        String number = api.openCase("También el ejecutivo");

        twice(() -> api.withToken("buzon-demo-staff")
                .header(KEY, number + "-staff")
                .body(Map.of("text", "Lo revisamos"))
                .post("/staff/cases/{number}/messages", number));

        api.asCamila()
                .get("/cases/{number}/activities", number)
                .then()
                .body("items.findAll { it.text == 'Lo revisamos' }", hasSize(1));
    }

    private static void twice(java.util.function.Supplier<Response> request) {
        Response first = request.get();
        Response again = request.get();
        assertThat(first.statusCode()).isBetween(200, 201);
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    private static Response open(Api api, String key, String subject) {
        return api.asCamila()
                .header(KEY, key)
                .body(Map.of("category", "OTHER", "subject", subject, "description", "Sin descripción."))
                .post("/cases");
    }

    private static Response attach(Api api, String number, String key, String name) {
        return api.asCamila()
                .contentType("multipart/form-data")
                .header(KEY, key)
                .multiPart("file", name, PDF, "application/pdf")
                .post("/cases/{number}/attachments", number);
    }

    private static String replayed(Future<Response> one) {
        try {
            return one.get().header(REPLAYED);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
