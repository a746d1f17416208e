package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One draft in several windows, and one that follows up a case: none takes the place of another, and each says what it is. */
@PortalTest
class DraftInWindowsIT {

    private static final String PARCEL = "RR123456785CL";

    @Test
    void aWindowThatShowsOlderWordsKeepsItsOwnApart(Browser browser) {
        try (Portal desk = browser.withoutScript(Device.DESKTOP);
                Portal phone = browser.withoutScript(Device.MOBILE)) {
            ClaimForm first = desk.signIn(Person.DIEGO).newCase().choose("Llegó dañado");
            phone.signIn(Person.DIEGO).open(desk.address().substring(1));
            ClaimForm second = phone.claimForm()
                    .trackingNumber(PARCEL)
                    .subject("Lo del teléfono")
                    .description("Escrito sin ver lo otro.");
            first.trackingNumber(PARCEL)
                    .subject("Lo del escritorio")
                    .description("Guardado antes.")
                    .review();

            second.review();

            assertThat(phone.heading()).isEqualTo("Revisa antes de enviar");
            assertThat(phone.words())
                    .contains("Lo del teléfono", "quedó en un borrador aparte")
                    .doesNotContain("Lo del escritorio");
            assertThat(desk.reload().words()).contains("Lo del escritorio").doesNotContain("Lo del teléfono");
            assertThat(second.send()).isNotEqualTo(first.send());
        }
    }

    @Test
    void whoeverWritesOverNewerWordsIsToldWhileTyping(Browser browser) {
        try (Portal desk = browser.on(Device.DESKTOP);
                Portal phone = browser.on(Device.MOBILE)) {
            ClaimForm newer = desk.signIn(Person.DIEGO).newCase().choose("Otra consulta");
            phone.signIn(Person.DIEGO).open(desk.address().substring(1));
            desk.page().waitForResponse("**/live/drafts/*", () -> newer.subject("Lo más nuevo")
                    .description("Entero."));

            phone.expectRefusal(409);
            ClaimForm older = phone.claimForm().subject("Lo de la ventana vieja");

            PlaywrightAssertions.assertThat(phone.page().getByRole(AriaRole.MAIN))
                    .containsText("quedará en un borrador aparte cuando continúes");
            phone.assertAccessible().assertFits();
            older.description("También entero.").review();
            assertThat(phone.words()).contains("Lo de la ventana vieja").doesNotContain("Lo más nuevo");
            older.send();
            desk.reload();
            assertThat(newer.typed("Asunto")).isEqualTo("Lo más nuevo");
            newer.review().send();
        }
    }

    @Test
    void whoeverFoundOlderWordsMayHaveTheNewestInstead(Browser browser) {
        try (Portal desk = browser.on(Device.DESKTOP);
                Portal phone = browser.withoutScript(Device.MOBILE)) {
            ClaimForm older = desk.signIn(Person.DIEGO).newCase().choose("Otra consulta");
            phone.signIn(Person.DIEGO).open(desk.address().substring(1));
            ClaimForm newer = phone.claimForm()
                    .subject("Lo más nuevo")
                    .description("Entero.")
                    .review();
            desk.expectRefusal(409);
            older.subject("Lo viejo");
            PlaywrightAssertions.assertThat(desk.page().locator("[data-newer]")).isVisible();
            desk.reload();
            assertThat(older.typed("Asunto")).isEqualTo("Lo viejo");
            desk.assertAccessible().assertFits();

            desk.press("Descartar lo mío y ver lo más nuevo");

            assertThat(older.typed("Asunto")).isEqualTo("Lo más nuevo");
            assertThat(desk.page().locator("[data-newer]").isVisible()).isFalse();
            newer.send();
        }
    }

    /** They were typed under older words than those that the page shows by then. */
    @Test
    void wordsThatComeBackAfterALostConnectionAreKeptApartToo(Browser browser) {
        try (Portal desk = browser.withoutScript(Device.DESKTOP);
                Portal phone = browser.on(Device.MOBILE)) {
            ClaimForm newer = desk.signIn(Person.DIEGO).newCase().choose("Otra consulta");
            ClaimForm older =
                    phone.signIn(Person.DIEGO).open(desk.address().substring(1)).claimForm();
            phone.offline(true);
            older.subject("Escrito sin conexión");
            newer.subject("Lo más nuevo").description("Entero.").review();

            phone.offline(false).reload();
            assertThat(older.typed("Asunto")).isEqualTo("Escrito sin conexión");
            older.review();

            assertThat(phone.words()).contains("Escrito sin conexión", "quedó en un borrador aparte");
            older.send();
            assertThat(desk.reload().words()).contains("Lo más nuevo");
            newer.send();
        }
    }

    /** The second window has chosen another situation for the draft that both began with. */
    @Test
    void aFormIsAboutTheSituationThatItShows(Browser browser) {
        try (Portal one = browser.withoutScript(Device.DESKTOP);
                Portal other = browser.withoutScript(Device.DESKTOP)) {
            ClaimForm first = one.signIn(Person.DIEGO).newCase();
            ClaimForm second = other.signIn(Person.DIEGO).newCase();
            first.choose("Llegó dañado");
            second.choose("Otra consulta");

            first.trackingNumber(PARCEL).subject("Dañado").description("Roto.").review();
            second.subject("Consulta").description("¿Cuándo?").review();

            assertThat(one.reload().words()).contains("Llegó dañado", "Roto.");
            assertThat(other.words()).contains("Otra consulta", "¿Cuándo?").doesNotContain("Roto.");
            first.send();
            second.send();
        }
    }

    @Test
    void aFollowUpSaysSoOnEveryStepAndIsFoundAgain(Browser browser, Api api) {
        String closed = api.openCase("El que se cerró");
        api.asCamila()
                .body(Map.of("reason", "Apareció."))
                .post("/cases/{number}/actions/close", closed)
                .then()
                .statusCode(200);
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).tracking(closed);

            portal.press("Crear caso relacionado");

            ClaimForm form = portal.claimForm();
            assertThat(portal.words())
                    .contains("Relacionado con " + closed)
                    .doesNotContain("Sigues con el borrador que dejaste");
            form.choose("Llegó dañado");
            assertThat(portal.words()).contains("Relacionado con " + closed);
            form.trackingNumber(PARCEL)
                    .subject("Sigue roto")
                    .description("Igual.")
                    .changeSituation();
            assertThat(portal.words()).doesNotContain("Sigues con el borrador que dejaste");
            form.goOn();
            form.review();
            assertThat(portal.words()).contains("Relacionado con " + closed);
            portal.open("nuevo/situacion").assertAccessible().assertFits();
            assertThat(portal.words()).contains("Sigue roto").contains("Relacionado con " + closed);
            portal.follow("Sigue roto");
            assertThat(portal.words()).contains("Sigues con el borrador que dejaste");
            form.goOn();
            form.review().send();
        }
    }

    @Test
    void aSituationThatIsNoMoreIsChosenAnew(Browser browser, RunningPortal running) throws SQLException {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó tarde");
            form.trackingNumber(PARCEL).subject("Tarde").description("Muy tarde.");
            offer(false, running);
            try {
                form.review();

                assertThat(portal.heading()).isEqualTo("¿Qué pasó con el envío?");
                assertThat(form.error()).contains("No conocemos esa situación");
                form.choose("Llegó dañado");
                assertThat(form.typed("Asunto")).isEqualTo("Tarde");
                form.review().send();
            } finally {
                offer(true, running);
            }
        }
    }

    private static void offer(boolean active, RunningPortal running) throws SQLException {
        try (Connection database = running.database().getConnection();
                PreparedStatement change =
                        database.prepareStatement("update category set active = ? where code = 'DELAY'")) {
            change.setBoolean(1, active);
            change.executeUpdate();
        }
    }
}
