package cl.buzon.live;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How heavy the portal is for who comes for the first time. */
@PortalTest
class FirstViewIT {

    private static final int MOST = 80 * 1024;

    @Test
    void allThatTheListOfCasesNeedsIsLight(Browser browser) {
        try (Portal portal = browser.on(Device.MOBILE)) {
            Page page = portal.signIn(Person.CAMILA).page();
            List<Request> fetched = new CopyOnWriteArrayList<>();
            page.route("**/*", Route::resume); // so that nothing comes out of the browser's own store
            page.onRequestFinished(fetched::add);

            portal.open("casos");
            page.waitForLoadState();
            page.waitForFunction("() => document.fonts.status === 'loaded'");

            assertThat(fetched).anyMatch(request -> request.url().endsWith(".woff2"));
            assertThat(fetched.stream()
                            .mapToInt(request -> request.sizes().responseBodySize)
                            .sum())
                    .as(
                            "bytes of %s",
                            fetched.stream()
                                    .map(one ->
                                            one.url().replaceFirst(".*/csm/", "") + " " + one.sizes().responseBodySize)
                                    .toList())
                    .isLessThanOrEqualTo(MOST);
        }
    }
}
