package cl.buzon.live;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.TrackingView;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An open page of a case that no bell reaches asks by itself. */
@PortalTest
class WithoutBellIT {

    private static final String ANSWER = "Llegó sin que sonara nada.";

    @Test
    void whereTheBellIsRefusedThePageAsksAgainAndAgain(Browser browser, Api api, BackOffice backOffice) {
        answerComes(Route::abort, "00:10", browser, api, backOffice);
    }

    /** As behind a proxy that holds back what comes in pieces: nothing fails, and nothing rings. */
    @Test
    void whereTheBellIsHeldBackThePageAsksEveryHalfMinute(Browser browser, Api api, BackOffice backOffice) {
        answerComes(route -> {}, "00:31", browser, api, backOffice);
    }

    private static void answerComes(
            Consumer<Route> bell, String later, Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Sin timbre");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.breakBell(bell).signIn(Person.CAMILA);
            portal.page().clock().install();
            TrackingView tracking = portal.tracking(number);
            assertThat(portal.page().locator("[data-delivery=QUEUED]").count())
                    .as("what the page looks after anyway")
                    .isZero();
            backOffice.write(number, ANSWER);

            portal.page().clock().runFor(later);

            PlaywrightAssertions.assertThat(portal.page().locator("#thread")).containsText(ANSWER);
            assertThat(tracking.line().textContent()).doesNotContain("En vivo");
        }
    }
}
