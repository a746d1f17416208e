package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case that is asked for again and again, and actions bound to what was seen. */
@PortalTest
class EntityTagsIT {

    @Test
    void anUnchangedCaseIsNotSentAgain(Api api, BackOffice backOffice) {
        String number = api.openCase("Sin cambios");
        String tag = tag(api, number);

        api.asCamila()
                .header("If-None-Match", tag)
                .get("/cases/{number}", number)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
        backOffice.write(number, "Lo estamos buscando.");

        api.asCamila()
                .header("If-None-Match", tag)
                .get("/cases/{number}", number)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    /** As proxies pass it on that compress answers, or know several. */
    @ParameterizedTest
    @ValueSource(strings = {"W/%s", "\"another\", %s", "\"a, b\",W/%s", "*"})
    void theTagIsKnownInWhateverCompany(String header, Api api) {
        String number = api.openCase("Marca en compañía");

        api.asCamila()
                .header("If-None-Match", header.replace("%s", tag(api, number)))
                .get("/cases/{number}", number)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "\"another\"", "W/", "\"", ","})
    void whatNamesNoTagOfTheCaseIsAnsweredWithTheCase(String header, Api api) {
        String number = api.openCase("Marca desconocida");

        api.asCamila()
                .header("If-None-Match", header)
                .get("/cases/{number}", number)
                .then()
                .statusCode(200)
                .body("number", equalTo(number));
    }

    @Test
    void whoInsistsOnAnotherCaseIsToldInWords(Api api) {
        api.asCamila()
                .header("If-Match", "\"another\"")
                .get("/cases/{number}", api.openCase("Otra marca"))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("CASE_CHANGED"));
    }

    /** The answer under a key is made before its transaction has ended. */
    @Test
    void theTagUnderAKeyIsTheTagOfTheCaseToo(Api api) {
        Response opened = api.asCamila()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "category", "LOSS",
                        "trackingNumber", "RR123456785CL",
                        "subject", "Con clave",
                        "description", "Salió hace dos semanas.",
                        "claimedAmount", 45000))
                .post("/cases");
        String number = opened.path("number");
        assertThat(tag(api, number)).isEqualTo(opened.header("ETag"));

        Response closed = api.asCamila()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("reason", "Ya apareció"))
                .post("/cases/{number}/actions/close", number);
        assertThat(tag(api, number)).isEqualTo(closed.header("ETag")).isNotEqualTo(opened.header("ETag"));
    }

    /** Whoever repeats an action has seen the case before it, not after. */
    @Test
    void anActionThatArrivesTwiceIsAnsweredTwice(Api api) {
        String number = api.openCase("Acción repetida");
        String key = UUID.randomUUID().toString();
        String seen = tag(api, number);

        closeOnce(api, number, key, seen).then().statusCode(200);
        closeOnce(api, number, key, seen).then().statusCode(200).header("Idempotency-Replayed", "true");
    }

    private static Response closeOnce(Api api, String number, String key, String ifMatch) {
        return api.asCamila()
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .body(Map.of("reason", "Ya apareció"))
                .post("/cases/{number}/actions/close", number);
    }

    @Test
    void theTagOfAnAnswerIsTheTagOfTheCase(Api api, BackOffice backOffice) {
        String number = api.openCase("La misma marca");
        backOffice.act(number, "accept-work", "");

        String answered = api.asCamila()
                .body(Map.of("reason", "Ya apareció"))
                .post("/cases/{number}/actions/close", number)
                .header("ETag");

        assertThat(tag(api, number)).isEqualTo(answered);
    }

    @Test
    void anActionOnACaseThatHasMovedIsRefused(Api api, BackOffice backOffice) {
        String number = api.openCase("Se movió");
        String seen = tag(api, number);
        backOffice.act(number, "request-info", "Falta el comprobante.");

        close(api, number, seen).statusCode(412).body("code", equalTo("CASE_CHANGED"));
        close(api, number, "\"0.other\", " + tag(api, number)).statusCode(200).body("state", equalTo("CLOSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"of something else\"", "W/\"1.abc\"", "nonsense"})
    void tagsThatAreNotOursMatchNothing(String tag, Api api) {
        close(api, api.openCase("Marca ajena"), tag).statusCode(412);
    }

    @Test
    void aStarMatchesAnyCase(Api api) {
        close(api, api.openCase("Cualquiera"), "*").statusCode(200);
    }

    @Test
    void staffActOnWhatTheySaw(Api api, BackOffice backOffice) {
        String number = api.openCase("Visto por el ejecutivo");
        String seen = tag(api, number);
        backOffice.write(number, "Lo revisamos.");

        api.withToken("buzon-demo-staff")
                .header("If-Match", seen)
                .body(Map.of("state", "APPROVED", "approvedAmount", 1000))
                .put("/staff/cases/{number}/compensation", number)
                .then()
                .statusCode(412);
        api.withToken("buzon-demo-staff")
                .header("If-Match", tag(api, number))
                .body(Map.of("state", "APPROVED", "approvedAmount", 1000))
                .put("/staff/cases/{number}/compensation", number)
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse close(Api api, String number, String ifMatch) {
        return api.asCamila()
                .header("If-Match", ifMatch)
                .body(Map.of("reason", "Ya apareció"))
                .post("/cases/{number}/actions/close", number)
                .then();
    }

    private static String tag(Api api, String number) {
        return api.asCamila().get("/cases/{number}", number).header("ETag");
    }
}
