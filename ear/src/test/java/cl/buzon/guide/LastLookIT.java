package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import org.junit.jupiter.api.Test;

/** Everything once more before a case is sent. */
@PortalTest
class LastLookIT {

    @Test
    void anAmountIsWrittenAsEverywhere(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");
            portal.page().locator("#claimedAmount").fill("25990");

            form.trackingNumber("RR123456785CL")
                    .subject("Con un monto")
                    .description("Se rompió.")
                    .review();

            assertThat(portal.words()).contains("$25.990");
            assertThat(form.send()).startsWith("CS");
        }
    }

    /** A colleague learns that there is one, and not which. */
    @Test
    void aParcelThatHasAnOpenCaseIsNamedBeforeTheNextIsSent(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP);
                Portal colleague = browser.withoutScript(Device.MOBILE)) {
            String number = review(portal.signIn(Person.DIEGO)).send();

            review(portal);
            assertThat(portal.words()).contains("Ya tienes un caso abierto por este envío: " + number);
            review(colleague.signIn(Person.CAMILA));
            assertThat(colleague.words())
                    .contains("En tu empresa ya hay un caso abierto por este envío.")
                    .doesNotContain(number);
            assertThat(portal.follow(number).address()).endsWith("/caso?numero=" + number);
            assertThat(colleague.claimForm().send()).isNotEqualTo(number);
        }
    }

    private static ClaimForm review(Portal portal) {
        return portal.newCase()
                .choose("Llegó dañado")
                .trackingNumber("RR700440015CL")
                .subject("Otra vez el mismo")
                .description("Se rompió.")
                .review();
    }
}
