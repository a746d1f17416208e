package cl.buzon.api;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case from opening to closing, moved by both sides. */
@PortalTest
class ActionsIT {

    @Test
    void aSolutionIsAcceptedWithoutAWord(Api api, BackOffice backOffice) {
        String number = api.openCase("Se acepta");
        backOffice.act(number, "accept-work", "");
        backOffice.act(number, "resolve", "Apareció en la sucursal.");

        api.asCamila()
                .noContentType()
                .post("/cases/{number}/actions/accept", number)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
    }

    @Test
    void aSolutionIsRejectedOnlyWithAReason(Api api, BackOffice backOffice) {
        String number = api.openCase("Se rechaza");
        backOffice.act(number, "resolve", "Entregado.");

        act(api, number, "reject", Map.of()).statusCode(422).body("errors[0].field", equalTo("reason"));
        act(api, number, "reject", Map.of("reason", "No llegó nada."))
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    @Test
    void anIllegalActionSaysWhatTheCaseWouldTake(Api api) {
        String number = api.openCase("Aún sin solución");

        act(api, number, "accept", Map.of())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("ILLEGAL_ACTION"))
                .body("allowedActions", containsInAnyOrder("close"));
    }

    @Test
    void aClosedCaseTakesNoMessages(Api api) {
        String number = api.openCase("Se cierra");
        act(api, number, "close", Map.of("reason", "Apareció.")).statusCode(200).body("state", equalTo("CLOSED"));

        api.asCamila()
                .body(Map.of("text", "Una cosa más"))
                .post("/cases/{number}/messages", number)
                .then()
                .statusCode(409)
                .body("code", equalTo("CASE_CLOSED"));
    }

    @Test
    void anActionOfTheOtherSideDoesNotExistHere(Api api) {
        String number = api.openCase("Sin atajos");

        act(api, number, "resolve", Map.of()).statusCode(404);
        act(api, number, "reply", Map.of()).statusCode(404);
    }

    @Test
    void theBackOfficeDecidesAndPays(Api api, BackOffice backOffice) {
        String number = api.openCase("Se indemniza");

        backOffice.compensate(number, "APPROVED", 45_000, null);
        backOffice.compensate(number, "PAID", null, 44_000);

        api.asCamila()
                .get("/cases/{number}", number)
                .then()
                .body("compensation.state", equalTo("PAID"))
                .body("compensation.approvedAmount", equalTo(45_000))
                .body("compensation.paidAmount", equalTo(44_000));
        api.asCamila()
                .get("/cases/{number}/activities", number)
                .then()
                .body("items.findAll { it.type == 'COMPENSATION' }.compensation.state", hasItem("PAID"));
    }

    @Test
    void aRequestForInformationIsAnsweredByAMessage(Api api, BackOffice backOffice) {
        String number = api.openCase("Falta algo");
        backOffice.act(number, "request-info", "Falta el comprobante.");
        api.asCamila().get("/cases/{number}", number).then().body("state", equalTo("AWAITING_INFO"));

        api.asCamila()
                .body(Map.of("text", "Aquí va"))
                .post("/cases/{number}/messages", number)
                .then()
                .statusCode(201);

        api.asCamila().get("/cases/{number}", number).then().body("state", equalTo("OPEN"));
    }

    @Test
    void aCaseIsCancelledForAKnownReasonOnly(Api api, BackOffice backOffice) {
        String number = api.openCase("Se anula");

        backOffice
                .asMarcela()
                .body(Map.of("reason", "BORED"))
                .post("/staff/cases/{number}/actions/cancel", number)
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_REASON"));
        backOffice.act(number, "cancel", "DUPLICATE");

        api.asCamila().get("/cases/{number}", number).then().body("state", equalTo("CANCELLED"));
    }

    private static ValidatableResponse act(Api api, String number, String action, Map<String, String> body) {
        return api.asCamila()
                .body(body)
                .post("/cases/{number}/actions/{action}", number, action)
                .then();
    }
}
