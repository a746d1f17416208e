package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.PortalTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many cases in one call. */
@PortalTest
class BatchIT {

    @Test
    void goodRowsProceedAndBadOnesSayWhy(Api api) {
        String number = batch(api.asCamila(), List.of(row("Buena"), Map.of("category", "NOPE"), Map.of("extra", 1), 7))
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.index", equalTo(List.of(0, 1, 2, 3)))
                .body("items.status", equalTo(List.of("CREATED", "REJECTED", "REJECTED", "REJECTED")))
                .body("items[0].errors", hasSize(0))
                .body("items[1].number", nullValue())
                .body("items[1].errors.find { it.field == 'category' }.code", equalTo("UNKNOWN_CATEGORY"))
                .body("items[1].errors.find { it.field == 'subject' }.code", equalTo("REQUIRED"))
                .body("items[2].errors[0].code", equalTo("UNKNOWN_FIELD"))
                .body("items[3].errors[0].code", equalTo("WRONG_TYPE"))
                .extract()
                .path("items[0].number");

        api.asCamila().get("/cases/{number}", number).then().statusCode(200).body("subject", equalTo("Buena"));
    }

    @Test
    void theSameBatchMakesNoSecondCase(Api api) {
        String key = UUID.randomUUID().toString();
        List<Object> rows = List.of(row("Uno"), Map.of("category", "NOPE"), row("Tres"));

        List<String> first =
                batch(keyed(api, key), rows).statusCode(200).extract().path("items.number");
        List<String> again = batch(keyed(api, key), rows)
                .statusCode(200)
                .body("items.status", equalTo(List.of("REPLAYED", "REJECTED", "REPLAYED")))
                .extract()
                .path("items.number");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void equalRowsAreTwoCases(Api api) {
        List<String> numbers = batch(keyed(api, UUID.randomUUID().toString()), List.of(row("Igual"), row("Igual")))
                .body("items.status", everyItem(equalTo("CREATED")))
                .extract()
                .path("items.number");

        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void aKeyIsForOneBatch(Api api) {
        String key = UUID.randomUUID().toString();
        batch(keyed(api, key), List.of(row("Uno"))).statusCode(200);

        batch(keyed(api, key), List.of(row("Otro"))).statusCode(422).body("code", equalTo("IDEMPOTENCY_MISMATCH"));
    }

    @Test
    void aThousandRowsAndNoMore(Api api) {
        Map<String, Object> wrong = Map.of("category", "NOPE");

        batch(api.asCamila(), Collections.nCopies(1000, wrong)).statusCode(200).body("items", hasSize(1000));
        batch(api.asCamila(), Collections.nCopies(1001, wrong))
                .statusCode(422)
                .body("errors[0].code", equalTo("TOO_MANY_ROWS"));
    }

    @Test
    void theLongestRowsFit(Api api) {
        List<Object> rows = IntStream.range(0, 1000)
                .<Object>mapToObj(place ->
                        Map.of("category", "NOPE", "subject", "s".repeat(120), "description", "ñ".repeat(4000)))
                .toList();

        batch(api.asCamila(), rows).statusCode(200).body("items", hasSize(1000));
    }

    /** Read as a tree, a row takes some thirty times the room of its text. */
    @Test
    void aRowIsNoLargerThanACaseByItself(Api api) {
        String subject = "Antes de " + UUID.randomUUID();
        String body = "[{\"category\":\"OTHER\",\"subject\":\"" + subject + "\",\"description\":\"Nada.\"},"
                + "{\"nope\":[" + "{},".repeat(300_000) + "{}]}]";

        api.asCamila().body(body).post("/cases/batch").then().statusCode(413).body("code", equalTo("TOO_LARGE"));

        api.asCamila().queryParam("limit", 20).get("/cases").then().body("items.subject", not(hasItem(subject)));
    }

    @Test
    void executivesBeginNoBatchEither(Api api) {
        api.withToken("buzon-demo-staff")
                .body(List.of())
                .post("/cases/batch")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_ALLOWED"));
    }

    @Test
    void whatIsNoArrayOpensNothing(Api api) {
        api.asCamila()
                .body("[" + "{}")
                .post("/cases/batch")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"));
        api.asCamila()
                .body(Map.of())
                .post("/cases/batch")
                .then()
                .statusCode(400)
                .body("code", equalTo("ROWS_REQUIRED"));
        api.asCamila().post("/cases/batch").then().statusCode(400).body("code", equalTo("BODY_REQUIRED"));
    }

    @Test
    void executivesOpenNoCases(Api api) {
        api.withToken("buzon-demo-staff")
                .body(List.of(row("Del ejecutivo")))
                .post("/cases/batch")
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> row(String subject) {
        return Map.of("category", "OTHER", "subject", subject, "description", "En un lote.");
    }

    private static RequestSpecification keyed(Api api, String key) {
        return api.asCamila().header("Idempotency-Key", key);
    }

    private static ValidatableResponse batch(RequestSpecification request, List<?> rows) {
        return request.body(rows).post("/cases/batch").then();
    }
}
