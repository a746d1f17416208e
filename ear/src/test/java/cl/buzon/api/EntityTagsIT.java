package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import java.util.Map;
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
