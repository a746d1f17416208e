package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.ReportView;
import cl.buzon.systems.SampleFile;
import cl.buzon.systems.TrackingView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The eight steps of the user guide, in its order, on a desk and on a telephone. Looked at are the pages of this very
 * claim; those that are there before it, {@link LookOfPagesIT} looks at.
 */
@PortalTest
class UserGuideIT {

    private static final SampleFile PHOTO = SampleFile.photo("caja por fuera.jpg");
    private static final SampleFile RECEIPT = SampleFile.pdf("boleta 4471.pdf");
    private static final SampleFile LABEL = SampleFile.photo("etiqueta.jpg");

    @ParameterizedTest
    @EnumSource
    void aClaimFromSignInToExport(Device device, Browser browser, Api api, BackOffice backOffice) {
        try (Portal portal = browser.on(device)) {
            signInAtTheFrontDoor(portal);
            readTheHelp(portal);
            chooseTheSituation(portal.newCase(), portal, api);
            fillInTheForm(portal.claimForm(), portal);
            String number = sendIt(portal.claimForm(), portal);
            seeWhoHasIt(portal, api, number);
            talkAboutIt(portal, backOffice, number);
            seeTheOutcome(portal, backOffice, number);
            readTheReport(portal, number);
        }
    }

    /** Steps 1 to 3. */
    private static void signInAtTheFrontDoor(Portal portal) {
        portal.open("").follow("Iniciar sesión");
        portal.giveName(Person.CAMILA);

        assertThat(portal.heading()).isEqualTo("Hola, Camila");
        assertThat(portal.words()).containsIgnoringCase("Obtener ayuda").containsIgnoringCase("Crear caso");
    }

    /** Step 4: both doors lead to the form. */
    private static void readTheHelp(Portal portal) {
        portal.follow("Obtener ayuda").follow("Crear caso");

        assertThat(portal.claimForm().situations()).isPositive();
        portal.followLogo();
    }

    /** Step 5a: the situations are data. */
    private static void chooseTheSituation(ClaimForm form, Portal portal, Api api) {
        List<String> situations = api.asCamila()
                .get("/categories")
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");

        assertThat(situations).hasSizeGreaterThan(10).allMatch(form::offers);
        assertThat(form.situations()).isEqualTo(situations.size());
        portal.lookAt("situacion");
        form.choose("Llegó dañado");
    }

    /** Step 5b: a wrong number is named, and everything else stays. */
    private static void fillInTheForm(ClaimForm form, Portal portal) {
        portal.lookAt("datos");

        form.trackingNumber("RR123456789CL")
                .subject("Lámpara quebrada")
                .description("La caja llegó abierta.\nLa lámpara está quebrada.")
                .attach(PHOTO, RECEIPT)
                .review();

        assertThat(form.error()).contains("El último de los nueve números no calza");
        assertThat(form.errorLeadsTo()).containsExactly("Número de envío");
        assertThat(form.complainsAt("Número de envío")).isTrue();
        assertThat(form.complainsAt("Asunto")).isFalse();
        assertThat(form.typed("Número de envío")).isEqualTo("RR123456789CL");
        assertThat(form.typed("Asunto")).isEqualTo("Lámpara quebrada");
        assertThat(form.typed("Descripción")).contains("abierta.", "La lámpara está quebrada.");
        assertThat(form.attached()).containsExactlyInAnyOrder(PHOTO.name(), RECEIPT.name());
        portal.lookAt("datos-error");
    }

    private static String sendIt(ClaimForm form, Portal portal) {
        form.trackingNumber("RR 123 456 785 CL").review();

        assertThat(portal.words()).contains("RR 123 456 785 CL", "Lámpara quebrada", PHOTO.name(), RECEIPT.name());
        portal.lookAt("revisar");
        String number = form.send();
        portal.lookAt("listo");
        return number;
    }

    /** Step 6. */
    private static void seeWhoHasIt(Portal portal, Api api, String number) {
        String executive = api.asCamila()
                .get("/cases/{number}", number)
                .then()
                .statusCode(200)
                .extract()
                .path("executive.name");

        portal.follow("Ver el caso");

        TrackingView tracking = portal.tracking(number);
        assertThat(executive).isNotBlank();
        assertThat(tracking.head()).contains(number, "Recibido", executive, "Lámpara quebrada");
        assertThat(tracking.conversation()).contains("La caja llegó abierta.");
        assertThat(tracking.files()).containsExactlyInAnyOrder(PHOTO.name(), RECEIPT.name());
        portal.lookAt("caso");
    }

    /** Step 7: both ways, with a further file. */
    private static void talkAboutIt(Portal portal, BackOffice backOffice, String number) {
        TrackingView tracking = portal.tracking(number);

        tracking.write("¿Sirve una foto de la etiqueta?", LABEL);
        assertThat(tracking.conversation()).contains("¿Sirve una foto de la etiqueta?");
        assertThat(tracking.files()).hasSize(3).contains(LABEL.name());

        backOffice.write(number, "Sí, gracias: con eso basta.");
        assertThat(tracking.reload().conversation()).contains("Sí, gracias: con eso basta.", "Marcela Fuentes");
        assertThat(tracking.head()).contains("En análisis");

        backOffice.act(number, "request-info", "¿Cuánto costó la lámpara?");
        assertThat(tracking.reload().head()).contains("Espera tu respuesta");
        assertThat(portal.words()).contains("¿Cuánto costó la lámpara?");
        portal.lookAt("caso-espera");

        tracking.write("Costó $45.000.");
        assertThat(tracking.head()).contains("En análisis");
    }

    private static void seeTheOutcome(Portal portal, BackOffice backOffice, String number) {
        backOffice.compensate(number, "APPROVED", 45_000, null);
        backOffice.compensate(number, "PAID", 45_000, 45_000);
        backOffice.act(number, "resolve", "Pagamos el valor de la lámpara.");

        TrackingView tracking = portal.tracking(number);

        assertThat(tracking.head()).contains("Resuelto");
        assertThat(tracking.compensation()).contains("Pagada", "$45.000");
        assertThat(portal.words()).contains("Pagamos el valor de la lámpara.");
        portal.lookAt("caso-resuelto");
    }

    /** Step 8. */
    private static void readTheReport(Portal portal, String number) {
        ReportView report = portal.report();

        assertThat(report.of(number)).contains(today(), "Resuelto", "Pagada", "$45.000");
        assertThat(report.export("PDF").lines()).anyMatch(line -> line.contains(number));
        assertThat(report.export("Excel").linesWith(number))
                .singleElement()
                .asString()
                .contains("Lámpara quebrada", "Resuelto", "Pagada", "45");
        assertThat(report.export("CSV").linesWith(number))
                .singleElement()
                .asString()
                .contains(today(), "Lámpara quebrada", "Resuelto", "Pagada", "45000");

        report.open(number);
        assertThat(portal.address()).endsWith("/caso?numero=" + number);
        portal.followLogo();
        assertThat(portal.heading()).isEqualTo("Hola, Camila");
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("America/Santiago")).format(DateTimeFormatter.ofPattern("dd-MM-yyyy"));
    }
}
