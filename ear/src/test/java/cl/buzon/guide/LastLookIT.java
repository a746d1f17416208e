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
}
