package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What is put right is no longer said to be wrong, before the form is sent again. */
@PortalTest
class MendedErrorsIT {

    @Test
    void eachCorrectionTakesItsLineAndTheLastOneTheBox(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = threeThingsWrong(portal);
            assertThat(heading(portal)).isEqualTo("Revisa 3 datos para continuar");

            form.subject("L");
            assertThat(heading(portal)).isEqualTo("Revisa 2 datos para continuar");
            assertThat(form.complainsAt("Asunto")).isFalse();
            assertThat(portal.page().locator("#subject-note").isVisible()).isFalse();
            assertThat(portal.page().locator("[role=alert]").count())
                    .as("read out again at every key")
                    .isZero();

            form.trackingNumber("RR123456785CL");
            assertThat(heading(portal)).isEqualTo("Revisa un dato para continuar");

            form.description("Llegó roto.");
            assertThat(box(portal).isVisible()).isFalse();
            assertThat(portal.page().title()).doesNotContain("Error:");
            portal.assertAccessible();
            assertThat(form.review().send()).startsWith("CS");
        }
    }

    @Test
    void whatIsStillPlainlyWrongStays(Browser browser) {
        try (Portal portal = browser.on(Device.MOBILE)) {
            ClaimForm form = threeThingsWrong(portal);

            form.trackingNumber("RR123456787CL").subject("   ").description("x".repeat(4001));

            assertThat(heading(portal)).isEqualTo("Revisa 3 datos para continuar");
            assertThat(form.complainsAt("Número de envío")).isTrue();
            assertThat(form.complainsAt("Descripción")).isTrue();

            form.subject("Algo");
            assertThat(heading(portal)).isEqualTo("Revisa 2 datos para continuar");
            form.subject("");
            assertThat(heading(portal)).isEqualTo("Revisa 3 datos para continuar");
            assertThat(form.complainsAt("Asunto")).isTrue();
            assertThat(portal.page().locator("#subject-note").isVisible()).isTrue();
            form.trackingNumber("RR123456785CL").subject("Algo").description("Algo.");
            assertThat(form.review().send()).startsWith("CS");
        }
    }

    @Test
    void aChoiceIsACorrectionToo(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.DIEGO).newCase();
            portal.page().evaluate("() => (document.querySelector('#situation').noValidate = true)");
            portal.press("Continuar");
            assertThat(box(portal).isVisible()).isTrue();

            portal.page().locator("input[name=category]").first().check();

            assertThat(box(portal).isVisible()).isFalse();
        }
    }

    private static ClaimForm threeThingsWrong(Portal portal) {
        return portal.signIn(Person.CAMILA)
                .newCase()
                .choose("Llegó dañado")
                .trackingNumber("RR123456789CL")
                .subject("")
                .description("")
                .review();
    }

    private static Locator box(Portal portal) {
        return portal.page().locator(".errors");
    }

    private static String heading(Portal portal) {
        return box(portal).locator("h2").innerText().strip();
    }
}
