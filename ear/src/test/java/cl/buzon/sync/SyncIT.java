package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.TrackingView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customers at the portal and executives at their own system, kept in step by the real connector over the wire. */
@SyncTest
class SyncIT {

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    SyncIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
    }

    private JsonNode ours(String number) {
        return customers.aCase(number);
    }

    private String state(String number) {
        return ours(number).get("state").asString();
    }

    @Test
    void aCaseBecomesARecordWithItsMessagesAndFiles() {
        String number = sides.open("Va y vuelve");
        customers.write(number, "Hola [code]<b>x</b>[/code]");
        customers.attach(number, "boleta.pdf", "application/pdf", Customers.PDF);

        eventually(() -> {
            assertThat(remote.said(number)).containsExactly("Camila Rojas (portal): Hola [ code]<b>x</b>[/ code]");
            assertThat(remote.shown(number)).containsExactly(Customers.PDF);
        });
        assertThat(remote.row(number).values())
                .containsEntry("u_category", "LOSS")
                .containsEntry("u_tracking_number", "RR123456785CL")
                .containsEntry("short_description", "Va y vuelve")
                .containsEntry("state", "1");
        assertThat(remote.records(number)).isOne();
        sides.reckon();
    }

    /** Whoever hears the page knows what they wrote; they are told what becomes of it, and not their own words again. */
    @Test
    void thePageTellsHowFarOnesWordsHaveComeAndDoesNotReadThemOut() {
        String number = sides.open("Con un lector de pantalla");
        try (Portal portal = sides.browser().on(Device.DESKTOP)) {
            TrackingView tracking =
                    portal.signIn(Person.CAMILA).tracking(number).write("Ya la encontré.");

            assertThat(tracking.said().last().getAttribute("aria-live")).isEqualTo("off");
            eventually(
                    () -> assertThat(portal.page().locator("p.sr[role=status]").textContent())
                            .isEqualTo("Entregado"));
        }
    }

    @Test
    void whatTheExecutiveDoesIsSeenByTheCustomer() {
        String number = sides.open("Respondido allá");
        String id = remote.id(number);

        remote.marcela().askForInformation(id, "<p>Falta la <b>foto</b></p>");
        remote.marcela().note(id, "Nota interna de Marcela");
        remote.rodrigo().attach(id, "../../x.pdf", "application/octet-stream", Customers.PDF);

        eventually(() -> {
            assertThat(state(number)).isEqualTo("AWAITING_INFO");
            assertThat(customers.heard(number)).containsExactly("Falta la foto");
            assertThat(customers.files(number)).hasSize(1);
        });
        assertThat(customers.files(number).get(0).get("name").asString()).isEqualTo("x.pdf");
        assertThat(customers.get("cases/" + number + "/activities").body())
                .doesNotContain("Nota interna")
                .contains("Marcela Fuentes", "Rodrigo Lagos");
        sides.reckon();
    }

    @Test
    void anAnswerTakesTheCaseUpAgainOnBothSidesAndASolutionIsAccepted() {
        String number = sides.open("Hasta el final");
        String id = remote.id(number);
        remote.marcela().change(id, Map.of("state", "18"));
        eventually(() -> assertThat(state(number)).isEqualTo("AWAITING_INFO"));

        customers.write(number, "Aquí va");
        eventually(() -> assertThat(remote.row(number).get("state")).isEqualTo("10"));
        remote.marcela().compensate(id, "approved", 45_000);
        remote.marcela().resolve(id, "1", "Se pagará");
        eventually(() -> {
            assertThat(state(number)).isEqualTo("RESOLVED");
            assertThat(ours(number).at("/compensation/approvedAmount").asLong()).isEqualTo(45_000);
        });
        customers.act(number, "accept");

        eventually(() -> assertThat(remote.row(number).get("state")).isEqualTo("3"));
        assertThat(remote.row(number).values())
                .containsEntry("close_notes", "Se pagará")
                .containsEntry("u_compensation_amount", "45000");
        assertThat(state(number)).isEqualTo("CLOSED");
        assertThat(customers.reasons(number, "RESOLVED")).containsExactly("Se pagará");
        sides.reckon();
    }

    @Test
    void theSameWordsTwiceAreSaidTwice() {
        String number = sides.open("Dicho dos veces");

        List.of("ok", "ok").forEach(text -> assertThat(customers
                        .post("cases/" + number + "/messages", Map.of("text", text))
                        .status())
                .isEqualTo(201));

        eventually(() -> assertThat(remote.said(number))
                .containsExactly("Camila Rojas (portal): ok", "Camila Rojas (portal): ok"));
        sides.reckon();
    }

    @Test
    void anotherExecutiveIsTakenOver() {
        String number = sides.open("Reasignado");

        remote.marcela().assign(remote.id(number), "rodrigo.lagos");

        eventually(() ->
                assertThat(ours(number).at("/executive/email").asString()).isEqualTo("rodrigo.lagos@buzon.example"));
        sides.reckon();
    }
}
