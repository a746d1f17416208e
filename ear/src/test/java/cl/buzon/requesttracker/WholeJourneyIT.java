package cl.buzon.requesttracker;

import static cl.buzon.requesttracker.BothSystems.SOON;
import static cl.buzon.requesttracker.BothSystems.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.SampleFile;
import cl.buzon.systems.TrackingView;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A claim from the portal's page into a real Request Tracker, through all that may happen to it there, and back. */
@TrackerTest
class WholeJourneyIT {

    private static final SampleFile PHOTO = SampleFile.photo("caja dañada.jpg");
    private static final SampleFile INVOICE = SampleFile.pdf("boleta de envío.pdf");
    private static final SampleFile REPORT = SampleFile.pdf("informe de búsqueda.pdf");

    private final BothSystems both;
    private final Tracker marcela;

    WholeJourneyIT(BothSystems both) {
        this.both = both;
        this.marcela = both.marcela();
    }

    @Test
    void aClaimWithItsFileBecomesATicketWhoseAnswerAppearsOnTheOpenPage() {
        try (Portal portal = both.browser().on(Device.DESKTOP)) {
            String number = portal.signIn(Person.CAMILA).newCase().sendWhole("Llegó con la caja rota", PHOTO);
            TrackingView tracking = portal.tracking(number);

            soon(() -> assertThat(marcela.find(number)).isPresent());
            soon(() -> assertThat(marcela.file(number, PHOTO.name())).hasValue(PHOTO.content()));
            assertThat(marcela.subject(number)).contains("Llegó con la caja rota");
            assertThat(marcela.said(number).get(0)).contains("La caja llegó rota.");
            assertThat(marcela.status(number)).isEqualTo("new");
            assertThat(marcela.owner(number)).isIn("mfuentes", "rlagos", "pibanez");
            assertThat(marcela.customFields(number))
                    .containsEntry("Caso CSM", number)
                    .containsEntry("Numero de Envio", "RR123456785CL")
                    .containsEntry("Categoria", "DAMAGE");

            marcela.write(number, "Vimos la foto: le pagaremos el envío.");

            await().atMost(SOON).until(() -> reads(portal, tracking).contains("Vimos la foto: le pagaremos el envío."));
        }
    }

    @Test
    void anAnswerAppearsOnTheOpenPageAsSoonAsTrackerRings() {
        String number = opened("Se contesta a la vista");
        try (Portal portal = both.browser().on(Device.DESKTOP)) {
            TrackingView tracking = open(portal, number);

            marcela.write(number, "Ya la encontramos: va en camino a Ñuñoa.", REPORT);

            await().atMost(SOON)
                    .until(() -> reads(portal, tracking).contains("Ya la encontramos: va en camino a Ñuñoa."));
            await().atMost(SOON).until(() -> tracking.reload().files().contains(REPORT.name()));
            assertThat(both.api().asCamila().get(fileOf(number, REPORT)).asByteArray())
                    .isEqualTo(REPORT.content());
            assertThat(tracking.head()).contains("En análisis");
        }
    }

    @Test
    void whatWasAskedForIsGivenAndTheTicketGoesOn() {
        String number = opened("Falta un papel");
        try (Portal portal = both.browser().on(Device.DESKTOP)) {
            TrackingView tracking = open(portal, number);

            marcela.write(number, "Envíenos la boleta, por favor.", "stalled", Map.of());

            await().atMost(SOON).until(() -> reads(portal, tracking).contains("Envíenos la boleta, por favor."));
            await().atMost(SOON).until(() -> tracking.reload().head().contains("Espera tu respuesta"));
            tracking.write("Aquí está la boleta.", INVOICE);
            soon(() -> assertThat(marcela.said(number)).anyMatch(text -> text.contains("Aquí está la boleta.")));
            soon(() -> assertThat(marcela.file(number, INVOICE.name())).hasValue(INVOICE.content()));
            soon(() -> assertThat(marcela.status(number)).isEqualTo("open"));
        }
    }

    @Test
    void aCommentNeverReachesTheCustomer() {
        String number = opened("Con comentarios entre ellos");
        String secret = "El transportista reconoce la culpa";
        SampleFile proof = SampleFile.pdf("interno.pdf");

        marcela.comment(number, secret, proof);
        marcela.comment(number, secret);
        marcela.write(number, "Estamos revisando su caso.");

        soon(() -> assertThat(heard(number)).contains("Estamos revisando su caso."));
        both.quiet();
        assertThat(activities(number).prettify())
                .doesNotContain("reconoce la culpa")
                .doesNotContain(proof.name());
        assertThat(both.api().asCamila().get("/events?limit=200").asString()).doesNotContain("reconoce la culpa");
        try (Portal portal = both.browser().on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).tracking(number);
            assertThat(portal.words()).doesNotContain("reconoce la culpa").doesNotContain(proof.name());
        }
    }

    @Test
    void aSolvedClaimIsPaidAndAccepted() {
        String number = opened("Se paga y se cierra");
        try (Portal portal = both.browser().on(Device.DESKTOP)) {
            TrackingView tracking = open(portal, number);
            marcela.setCustomFields(number, Map.of("Estado Indemnizacion", "Aprobada", "Monto Indemnizacion", "45990"));
            await().atMost(SOON).until(() -> tracking.reload().compensation().contains("45.990"));

            marcela.write(number, "Se indemnizó el envío.", "resolved", Map.of("Estado Indemnizacion", "Pagada"));

            await().atMost(SOON).until(() -> tracking.reload().head().contains("Resuelto"));
            await().atMost(SOON).until(() -> tracking.reload().compensation().contains("Pagada"));
            assertThat(tracking.compensation()).contains("45.990");
            portal.press("Sí, cerrar");
            assertThat(tracking.head()).contains("Cerrado");
            both.quiet();
            assertThat(marcela.status(number)).isEqualTo("resolved");
            assertThat(tracking.reload().head()).contains("Cerrado");
        }
    }

    @Test
    void aNewOwnerIsTheExecutiveOfTheCase() {
        String number = opened("Pasa a otras manos");
        Tracker rodrigo = both.rodrigo();

        marcela.set(number, Map.of("Owner", rodrigo.user()));

        soon(() -> assertThat(both.api()
                        .asCamila()
                        .get("/cases/{number}", number)
                        .jsonPath()
                        .getString("executive.email"))
                .isEqualTo("rodrigo.lagos@buzon.example"));
    }

    @Test
    void whoIsNotSatisfiedHasTheTicketOpenAgain() {
        String number = opened("No quedó bien");
        marcela.write(number, "Resuelto.", "resolved", Map.of());
        soon(() -> assertThat(state(number)).isEqualTo("RESOLVED"));

        both.api()
                .asCamila()
                .body(Map.of("reason", "Sigue faltando una caja."))
                .post("/cases/{number}/actions/reject", number)
                .then()
                .statusCode(200);

        soon(() -> assertThat(marcela.status(number)).isEqualTo("open"));
        assertThat(state(number)).isEqualTo("OPEN");
    }

    /** Between two polls only a ring can have said so: the next poll is minutes away, and would not see it. */
    @Test
    void aTicketThatIsMovedOutOfSightIsGoneAtOnceUntilItComesBack() {
        String number = opened("La ve la fiscalía");
        String ticket = marcela.ticket(number);

        marcela.move(ticket, "Fiscalia");

        soon(() -> assertThat(both.healthOf(number)).startsWith("GONE").contains("hidden from us"));
        marcela.move(ticket, "Reclamos");
        soon(() -> assertThat(both.healthOf(number)).startsWith("HEALTHY"));
        marcela.write(number, "Ya volvió a nuestras manos.");
        soon(() -> assertThat(heard(number)).contains("Ya volvió a nuestras manos."));
    }

    /** The cases of the demo and those of the tests before; a look at all of them changes nothing. */
    @Test
    void bothSidesAgreeOnEveryCase() {
        opened("Una más para comparar");
        both.lookAtAll();

        assertThat(both.violated()).isEmpty();
    }

    /** By the API, and there already: what the page can do, the first journey shows. */
    private String opened(String subject) {
        String number = both.api().openCase(subject);
        soon(() -> assertThat(marcela.find(number)).isPresent());
        // A ring for a ticket whose making is not written down yet is of no known case, and waits for the poll
        both.quiet();
        return number;
    }

    private static TrackingView open(Portal portal, String number) {
        TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);
        PlaywrightAssertions.assertThat(tracking.line()).hasText("En vivo");
        return tracking;
    }

    /** The driver only hears of the page while it is asked. */
    private static String reads(Portal portal, TrackingView tracking) {
        portal.page().evaluate("() => 0");
        return tracking.conversation();
    }

    private JsonPath activities(String number) {
        return both.api()
                .asCamila()
                .get("/cases/{number}/activities?limit=200", number)
                .jsonPath();
    }

    private List<String> heard(String number) {
        return activities(number).getList("items.findAll { it.type == 'MESSAGE' }.text");
    }

    private String fileOf(String number, SampleFile file) {
        String id = activities(number)
                .getString("items.find { it.type == 'FILE' && it.attachment.name == '" + file.name()
                        + "' }.attachment.id");
        return "/cases/" + number + "/attachments/" + id;
    }

    private String state(String number) {
        return both.api().asCamila().get("/cases/{number}", number).jsonPath().getString("state");
    }
}
