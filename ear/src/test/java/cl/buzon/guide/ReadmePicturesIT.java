package cl.buzon.guide;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the pictures of the README anew, from the demo data:
 * {@code mvn verify -Dbuzon.pictures=true -Dit.test=ReadmePicturesIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@PortalTest
@EnabledIfSystemProperty(named = "buzon.pictures", matches = "true", disabledReason = "only when pictures are wanted")
class ReadmePicturesIT {

    private static final Path PICTURES = Path.of("docs", "pictures").toAbsolutePath();

    @Test
    void onADesk(Browser browser) {
        try (Portal portal = browser.smallOn(Device.DESKTOP)) {
            take(portal.signIn(Person.CAMILA), "inicio");
            take(portal.open("casos"), "casos");
            take(portal.open("casos?estado=espera").follow("CS"), "caso");
        }
        try (Portal portal = browser.smallOn(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/resumen");
            portal.page().waitForFunction("document.querySelectorAll('canvas[width]').length === 2");
            take(portal, "resumen");
        }
    }

    @Test
    void onATelephoneByNight(Browser browser) {
        try (Portal portal = browser.inTheDarkOn(Device.MOBILE)) {
            take(portal.signIn(Person.CAMILA), "telefono");
        }
    }

    private static void take(Portal portal, String name) {
        portal.page().evaluate("document.fonts.ready.then(() => 1)");
        portal.page().screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
