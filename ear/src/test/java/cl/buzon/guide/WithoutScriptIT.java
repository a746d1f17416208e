package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.ReportView;
import cl.buzon.systems.SampleFile;
import cl.buzon.systems.TrackingView;
import org.junit.jupiter.api.Test;

/** Everything works where no script runs: plain forms, and a new page after each. */
@PortalTest
class WithoutScriptIT {

    private static final SampleFile PHOTO = SampleFile.photo("sin script.jpg");
    private static final SampleFile RECEIPT = SampleFile.pdf("sin script.pdf");

    @Test
    void aCaseIsMadeInThreeSteps(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");

            String number = form.trackingNumber("RR100000140CL")
                    .subject("Sin script")
                    .description("Un formulario común.")
                    .attach(PHOTO, RECEIPT)
                    .review()
                    .send();

            TrackingView tracking = portal.tracking(number);
            assertThat(tracking.head()).contains(number, "Sin script");
            assertThat(tracking.files()).containsExactlyInAnyOrder(PHOTO.name(), RECEIPT.name());
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

    @Test
    void aMessageGoesWithItsFile(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            String number = portal.signIn(Person.DIEGO).newCase().sendWhole("Para conversar sin script");
            TrackingView tracking = portal.tracking(number);

            tracking.write("Aquí va la boleta.", RECEIPT);

            assertThat(tracking.conversation()).contains("Aquí va la boleta.");
            assertThat(tracking.files()).contains(RECEIPT.name());
            tracking.write("");
            assertThat(portal.claimForm().error()).contains("Escribe tu respuesta");
        }
    }

    @Test
    void theReportIsSaved(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            String number = portal.signIn(Person.DIEGO).newCase().sendWhole("Para el informe sin script");

            ReportView report = portal.report();

            assertThat(report.lists(number)).isTrue();
            assertThat(report.export("CSV").linesWith(number)).hasSize(1);
        }
    }
}
