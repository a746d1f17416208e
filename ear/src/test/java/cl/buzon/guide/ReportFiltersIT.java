package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** The report narrowed to some of the cases, by an address that can be kept. */
@PortalTest
class ReportFiltersIT {

    @Test
    void aSituationNarrowsTheReportAndItsFile(Browser browser, Api api) {
        String number = api.openCase("Una sola situación");
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).open("casos?q=" + number);

            portal.page().locator("#situacion").selectOption(new SelectOption().setLabel("Se perdió"));
            portal.press("Filtrar");

            assertThat(portal.address()).contains("situacion=LOSS");
            assertThat(listed(portal, number)).isTrue();
            assertThat(portal.page().locator(".filter-tags").innerText()).contains("Se perdió");
            assertThat(portal.page()
                            .locator(".menu-panel a[href*='format=csv']")
                            .getAttribute("href"))
                    .contains("category=LOSS");
            portal.open("casos?situacion=DAMAGE&q=" + number);
            assertThat(listed(portal, number)).isFalse();
            assertThat(portal.words()).contains("Ningún caso calza");
        }
    }

    @Test
    void aSituationThatThereIsNotRestrictsNothing(Browser browser, Api api) {
        String number = api.openCase("De una situación que no hay");
        try (Portal portal = browser.on(Device.MOBILE)) {
            portal.signIn(Person.CAMILA).open("casos?situacion=NADA");

            assertThat(listed(portal, number)).isTrue();
            assertThat(portal.page().locator(".filter-tags").count()).isZero();
        }
    }

    private static boolean listed(Portal portal, String number) {
        Locator lines = portal.page().locator("main a.go");
        return lines.all().stream()
                .anyMatch(line -> String.valueOf(line.getAttribute("href")).endsWith("numero=" + number));
    }
}
