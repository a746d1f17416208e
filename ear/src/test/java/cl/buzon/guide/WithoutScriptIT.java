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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything works where no script runs: plain forms, and a new page after each. */
@PortalTest
class WithoutScriptIT {

    private static final SampleFile PHOTO = SampleFile.photo("sin script.jpg");
    private static final SampleFile RECEIPT = SampleFile.pdf("sin script.pdf");

    @ParameterizedTest
    @EnumSource
    void theGuidesStepsNeedNoScript(Device device, Browser browser, Api api, BackOffice backOffice) {
        try (Portal portal = browser.withoutScript(device)) {
            portal.signIn(Person.CAMILA).follow("Obtener ayuda");
            String number = portal.newCase().sendWhole("Sin script", PHOTO);

            portal.follow("Ver el caso");
            TrackingView tracking = portal.tracking(number);
            assertThat(tracking.head()).contains(number, "Recibido", "Sin script", executiveOf(number, api));
            assertThat(tracking.files()).containsExactly(PHOTO.name());
            tracking.write("Aquí va la boleta.", RECEIPT);
            backOffice.write(number, "Con eso basta.");
            assertThat(tracking.reload().conversation())
                    .contains("Aquí va la boleta.", "Con eso basta.", "Marcela Fuentes");
            assertThat(tracking.files()).containsExactlyInAnyOrder(PHOTO.name(), RECEIPT.name());

            ReportView report = portal.report();
            assertThat(report.of(number)).contains("En análisis");
            for (String format : List.of("PDF", "Excel", "CSV")) {
                assertThat(report.export(format).lines()).as(format).anyMatch(line -> line.contains(number));
            }
            report.open(number);
            assertThat(tracking.head()).contains(number);
            portal.followLogo();
            assertThat(portal.heading()).isEqualTo("Hola, Camila");
        }
    }

    @Test
    void anErrorKeepsWordsAndFiles(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.MOBILE)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");

            form.trackingNumber("RR123456789CL")
                    .subject("Con un error")
                    .description("Que se corrige.")
                    .attach(PHOTO)
                    .review();

            assertThat(form.error()).isNotEmpty();
            assertThat(form.complainsAt("Número de envío")).isTrue();
            assertThat(form.typed("Asunto")).isEqualTo("Con un error");
            assertThat(form.typed("Descripción")).isEqualTo("Que se corrige.");
            assertThat(form.attached()).contains(PHOTO.name());
            String number = form.trackingNumber("RR100000025CL").review().send();
            assertThat(portal.tracking(number).files()).contains(PHOTO.name());
        }
    }

    @Test
    void aFileThatIsNoneIsRefusedByName(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");

            form.trackingNumber("RR100000025CL")
                    .subject("Con un archivo que no sirve")
                    .description("Y uno que sí.")
                    .attach(RECEIPT, SampleFile.script("boleta falsa.jpg"))
                    .review();

            assertThat(form.error()).contains("boleta falsa.jpg");
            assertThat(form.typed("Asunto")).isEqualTo("Con un archivo que no sirve");
            assertThat(form.attached()).contains(RECEIPT.name()).doesNotContain("boleta falsa.jpg");
            form.review().send();
        }
    }

    /** The list that the button stood in is not the list that there is by now. */
    @Test
    void aButtonRemovesItsFileWhateverAnotherWindowRemoved(Browser browser) {
        SampleFile second = SampleFile.pdf("segundo.pdf");
        try (Portal portal = browser.withoutScript(Device.DESKTOP);
                Portal other = browser.withoutScript(Device.MOBILE)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");
            form.attach(PHOTO, RECEIPT, second).review();
            other.signIn(Person.DIEGO).open(portal.address().substring(1));

            other.press("Quitar " + PHOTO.name());
            portal.press("Quitar " + RECEIPT.name());

            assertThat(form.attached()).containsExactly(second.name());
            other.press("Quitar " + RECEIPT.name());
            assertThat(other.claimForm().attached()).containsExactly(second.name());
            form.trackingNumber("RR100000025CL")
                    .subject("Con dos ventanas")
                    .description("Y tres archivos.")
                    .review()
                    .send();
        }
    }

    @Test
    void aFileOfAnAnswerGoesAndItsWordsStay(Browser browser, Api api) {
        String number = api.openCase("Con un archivo de más");
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);
            portal.send("live/cases/" + number + "/reply/files", PHOTO);
            TrackingView tracking =
                    portal.tracking(number).type("A medio escribir").attach(RECEIPT);
            assertThat(tracking.files(PHOTO.name()).count()).isOne();

            portal.press("Quitar " + PHOTO.name());

            assertThat(tracking.files(PHOTO.name()).count()).isZero();
            assertThat(tracking.typed()).isEqualTo("A medio escribir");
            assertThat(tracking.files(RECEIPT.name()).count())
                    .as("chosen, and not sent yet")
                    .isOne();
            assertThat(portal.address()).endsWith("#reply");
            portal.press("Enviar");
            assertThat(tracking.files()).containsExactly(RECEIPT.name());
        }
    }

    @Test
    void aReasonForAClosedCaseStays(Browser browser, Api api) {
        String number = api.openCase("Dos veces cerrado");
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);
            portal.unfold("Cerrar este caso").page().locator("#closeReason").fill("Apareció en la bodega.");
            api.asCamila()
                    .body(Map.of("reason", "Apareció."))
                    .post("/cases/{number}/actions/close", number)
                    .then()
                    .statusCode(200);

            portal.press("Cerrar caso");

            assertThat(portal.claimForm().error()).contains("Tus palabras siguen aquí");
            assertThat(tracking.left().inputValue()).isEqualTo("Apareció en la bodega.");
        }
    }

    @Test
    void anEmptyMessageIsNotSent(Browser browser, Api api) {
        String number = api.openCase("Para callar sin script");
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).tracking(number).write("");

            assertThat(portal.claimForm().error()).contains("Escribe tu respuesta");
        }
    }

    private static String executiveOf(String number, Api api) {
        String name = api.asCamila()
                .get("/cases/{number}", number)
                .then()
                .statusCode(200)
                .extract()
                .path("executive.name");
        assertThat(name).isNotBlank();
        return name;
    }
}
