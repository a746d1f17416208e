package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TrackingView;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer decides on the page of a case, where scripts run and where none do. */
@PortalTest
class CaseDecisionsIT {

    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void aSolutionIsRejectedWithItsReason(boolean script, Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("No quedó bien");
        backOffice.act(number, "resolve", "Entregado el martes.");
        try (Portal portal = window(script, browser)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);

            portal.unfold("No, reabrir").press("Reabrir caso");
            assertThat(portal.claimForm().errorLeadsTo()).containsExactly("¿Qué falta resolver?");
            portal.page().getByLabel("¿Qué falta resolver?").fill("No llegó nada.");
            portal.press("Reabrir caso");

            assertThat(portal.words()).contains("Reabrimos el caso.").doesNotContain("¿La solución está bien?");
            assertThat(tracking.head()).contains("En análisis");
            assertThat(tracking.conversation()).contains("No llegó nada.");
            seen(api, number).body("state", equalTo("OPEN"));
        }
    }

    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void aRequestForCompensationIsTakenBack(boolean script, Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Ya no hace falta");
        backOffice.compensate(number, "UNDER_REVIEW", null, null);
        try (Portal portal = window(script, browser)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);
            assertThat(tracking.compensation()).contains("En evaluación");

            portal.unfold("Retirar la solicitud").press("Retirar solicitud");

            assertThat(portal.words()).contains("Retiraste la solicitud de indemnización.");
            assertThat(tracking.compensation()).contains("Desistida").doesNotContain("Retirar la solicitud");
            assertThat(tracking.head()).contains("Recibido");
            seen(api, number).body("compensation.state", equalTo("WITHDRAWN"));
        }
    }

    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void aClosedCaseIsFollowedByALinkedOne(boolean script, Browser browser, Api api) {
        String closed = api.openCase("Se cierra y vuelve");
        api.asCamila()
                .body(Map.of("reason", "Apareció."))
                .post("/cases/{number}/actions/close", closed)
                .then()
                .statusCode(200);
        try (Portal portal = window(script, browser)) {
            portal.signIn(Person.CAMILA).tracking(closed);

            portal.press("Crear caso relacionado");
            String number = portal.claimForm().sendWhole("Llegó, pero roto");

            seen(api, number).body("relatedTo", equalTo(closed));
            portal.tracking(number);
            assertThat(portal.words()).containsPattern("Continúa el caso\\s+" + closed);
            portal.follow(closed);
            assertThat(portal.address()).endsWith("/caso?numero=" + closed);
        }
    }

    /** Forty days after the case was closed; thirty are allowed. */
    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void aFollowUpThatCameTooLateIsSentWithoutTheRelation(
            boolean script, Browser browser, Api api, RunningPortal running) throws SQLException {
        String closed = api.openCase("Cerrado hace mucho");
        api.asCamila()
                .body(Map.of("reason", "Apareció."))
                .post("/cases/{number}/actions/close", closed)
                .then()
                .statusCode(200);
        try (Portal portal = window(script, browser)) {
            portal.signIn(Person.CAMILA).tracking(closed);
            portal.press("Crear caso relacionado");
            ClaimForm form = portal.claimForm().choose("Llegó dañado");
            form.trackingNumber("RR123456785CL").subject("Tarde").description("Pero entero.");
            closedDaysAgo(40, closed, running);
            form.review();
            assertThat(form.error()).contains("Crea el caso sin relacionarlo");
            if (script) {
                portal.lookAt("datos-relacion-tardia");
                portal.page().setViewportSize(390, 844);
                portal.lookAt("datos-relacion-tardia-telefono");
            }

            portal.press("Seguir sin relacionarlo");

            assertThat(portal.heading()).isEqualTo("Revisa antes de enviar");
            assertThat(portal.words()).contains("Tarde", "Pero entero.");
            seen(api, form.send()).body("relatedTo", nullValue());
        }
    }

    private static void closedDaysAgo(int days, String number, RunningPortal running) throws SQLException {
        try (Connection database = running.database().getConnection();
                PreparedStatement moved = database.prepareStatement("""
                        update claim_case set state_since = state_since - make_interval(days => ?) where number = ?""")) {
            moved.setInt(1, days);
            moved.setString(2, number);
            moved.executeUpdate();
        }
    }

    private static Portal window(boolean script, Browser browser) {
        return script ? browser.on(Device.DESKTOP) : browser.withoutScript(Device.MOBILE);
    }

    private static ValidatableResponse seen(Api api, String number) {
        return api.asCamila().get("/cases/{number}", number).then().statusCode(200);
    }
}
