package cl.buzon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API as a page: what the description says, for whoever comes by. */
@PortalTest
class DocsPageIT {

    private static final String PAGE = "api/docs";

    @ParameterizedTest
    @EnumSource
    void everybodyCanReadIt(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.open(PAGE).lookAt("api");

            assertThat(portal.heading()).isEqualTo("API para programas");
            assertThat(portal.words())
                    .contains("POST", "/csm/api/v1/cases", "RateLimit-Remaining", "RR123456785CL", "UNKNOWN_PARAMETER");
            assertThat(sticksOut(portal)).isFalse();
        }
    }

    @Test
    void itIsThereInEnglish(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            assertThat(portal.open(PAGE + "?idioma=en").heading()).isEqualTo("API for programs");
        }
    }

    @Test
    void whoHasSignedInKeepsTheirMenu(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).open(PAGE);

            assertThat(portal.page().locator("summary:has-text('Cuenta de')").isVisible())
                    .isTrue();
        }
    }

    @Test
    void itNeedsNoScriptAndNothingFromElsewhere(Browser browser, RunningPortal portal) {
        try (Portal window = browser.withoutScript(Device.DESKTOP)) {
            Set<String> hosts = new TreeSet<>();
            window.page().onRequest(request -> hosts.add(request.url().replaceFirst("^(\\w+://[^/]*).*", "$1")));

            window.open(PAGE);

            assertThat(window.words()).contains("Idempotency-Key");
            assertThat(hosts).containsExactly(portal.address().toString().replaceFirst("/csm/$", ""));
        }
    }

    @Test
    void everyPathEveryCodeAndEveryLinkIsThere(Browser browser, RunningPortal running) {
        ApiDescription description = ApiDescription.of(running);
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.open(PAGE);

            for (String code : description.codes()) {
                assertThat(portal.page().locator("[id='" + code + "']").count())
                        .as(code)
                        .isEqualTo(1);
            }
            assertThat(routes(portal)).isEqualTo(description.routes());
            assertThat(danglingLinks(portal)).isEqualTo(List.of());
            assertThat(portal.page()
                            .locator("[id]")
                            .evaluateAll("all => all.length - new Set(all.map(one => one.id)).size"))
                    .isEqualTo(0);
        }
    }

    @Test
    void aProblemLeadsToTheWordsAboutItsCode(Browser browser, RunningPortal running) {
        String type = given().get(running.address() + "api/v1/cases")
                .then()
                .statusCode(401)
                .extract()
                .path("type");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            Response answer =
                    portal.page().navigate(running.address().resolve(type).toString());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(portal.page().locator(":target").innerText()).contains("UNAUTHENTICATED", "Authorization");
        }
    }

    @Test
    void itLeadsToTheDescriptionAndToTheGuide(Browser browser, RunningPortal running) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.open(PAGE);

            get(running, href(portal, "Descripción OpenAPI"))
                    .body(startsWith("---"))
                    .body(containsString("/csm/api/v1/cases"));
            get(running, href(portal, "Guía para integrar"))
                    .contentType("text/markdown;charset=UTF-8")
                    .body(startsWith("# "));
        }
    }

    private static ValidatableResponse get(RunningPortal running, String path) {
        return given().get(running.address().resolve(path)).then().statusCode(200);
    }

    private static String href(Portal portal, String link) {
        Locator found = portal.page().locator("main a").filter(new Locator.FilterOptions().setHasText(link));
        return found.getAttribute("href");
    }

    private static Set<String> routes(Portal portal) {
        Set<String> routes = new TreeSet<>();
        for (String heading : portal.page().locator("h3 > .path").allInnerTexts()) {
            routes.add(
                    heading.replaceAll("\\s+", " ").replace("/csm/api/v1", "").strip());
        }
        return routes;
    }

    private static Object danglingLinks(Portal portal) {
        return portal.page()
                .locator("main a[href^='#']")
                .evaluateAll("all => all.map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))");
    }

    private static boolean sticksOut(Portal portal) {
        return (Boolean) portal.page().evaluate("document.documentElement.scrollWidth > innerWidth");
    }
}
