package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the first look at the report costs somebody whose browser has nothing yet: the very bytes that travel. */
@PortalTest
class WeightIT {

    /** All in all, typefaces included. */
    private static final long BYTES = 80 * 1024;

    @Test
    void theFirstViewOfTheReportIsLight(Browser browser) {
        List<Request> asked = new CopyOnWriteArrayList<>();
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);
            // Loaded anew in a window whose cache is off, as on a first visit
            portal.page().route("**/*", route -> route.resume());
            portal.page().onRequest(asked::add);

            portal.open("casos");
            portal.page().waitForLoadState(LoadState.NETWORKIDLE);
            portal.page().evaluate("document.fonts.ready.then(() => 1)");

            Map<String, Long> weights = asked.stream()
                    .filter(request -> !request.resourceType().equals("eventsource"))
                    .collect(Collectors.toMap(
                            request -> request.url().replaceFirst(".*/csm/", ""),
                            WeightIT::bytes,
                            Long::sum,
                            TreeMap::new));
            assertThat(weights).containsKeys("casos", "resources/css/buzon.css", "resources/fonts/atkinson-next.woff2");
            assertThat(weights.values().stream().mapToLong(Long::longValue).sum())
                    .as("bytes of the first view: %s", weights)
                    .isLessThanOrEqualTo(BYTES);
            assertThat(count(asked, "stylesheet")).isEqualTo(1);
            assertThat(count(asked, "script")).isEqualTo(1);
            assertThat(count(asked, "font")).isLessThanOrEqualTo(2);
        }
    }

    private static long bytes(Request request) {
        return request.sizes().responseBodySize;
    }

    private static long count(List<Request> asked, String kind) {
        return asked.stream()
                .filter(request -> request.resourceType().equals(kind))
                .count();
    }
}
