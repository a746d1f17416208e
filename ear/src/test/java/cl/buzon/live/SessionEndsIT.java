package cl.buzon.live;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.SampleFile;
import cl.buzon.systems.TrackingView;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of words when the session ends while they are written. */
@PortalTest
class SessionEndsIT {

    @Test
    void wordsSurviveSigningInAgain(Browser browser, Api api) {
        String number = api.openCase("La sesión se acaba");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking =
                    portal.signIn(Person.CAMILA).tracking(number).type("Escrito antes de que terminara");
            portal.endSession();

            tracking.send();

            PlaywrightAssertions.assertThat(portal.page().locator(".session")).containsText("Tu sesión terminó");
            portal.turn(".session a").giveName(Person.CAMILA);
            assertThat(portal.address()).endsWith("/caso?numero=" + number);
            assertThat(tracking.typed()).isEqualTo("Escrito antes de que terminara");
            tracking.write("Escrito antes de que terminara");
        }
    }

    @Test
    void wordsAreNotShownToWhoeverSignsInNext(Browser browser, Api api) {
        String number = api.openCase("Dos personas y una ventana");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking =
                    portal.signIn(Person.CAMILA).tracking(number).type("Solo de Camila");
            portal.endSession().open("caso?numero=" + number);

            portal.giveName(Person.ADMINISTRATOR);

            assertThat(portal.address()).endsWith("/caso?numero=" + number);
            assertThat(tracking.typed()).isEmpty();
            assertThat((String) portal.page().evaluate("() => JSON.stringify(sessionStorage)"))
                    .doesNotContain("Solo de Camila");
        }
    }

    @Test
    void wordsSurviveSigningInAgainWithoutScript(Browser browser, Api api) {
        String number = api.openCase("La sesión se acaba sin script");
        try (Portal portal = browser.withoutScript(Device.MOBILE)) {
            TrackingView tracking =
                    portal.signIn(Person.CAMILA).tracking(number).type("Palabras con ñ y €");
            portal.endSession();

            portal.press("Enviar");

            assertThat(portal.heading()).isEqualTo("Iniciar sesión");
            portal.giveName(Person.CAMILA);
            assertThat(portal.address()).endsWith("/caso?numero=" + number);
            assertThat(tracking.typed()).isEqualTo("Palabras con ñ y €");
            assertThat(portal.words()).contains("Lo que escribiste está de vuelta");
            assertThat(portal.reload().words()).doesNotContain("Lo que escribiste está de vuelta");
            tracking.write("Palabras con ñ y €");
            assertThat(tracking.conversation()).contains("Palabras con ñ y €");
        }
    }

    /** There is no field any more that they could be put back into. */
    @Test
    void wordsSurviveEvenWhenTheCaseIsClosedMeanwhile(Browser browser, Api api) {
        String number = api.openCase("La sesión y el caso se acaban");
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            TrackingView tracking =
                    portal.signIn(Person.CAMILA).tracking(number).type("Justo antes del cierre");
            portal.endSession();
            api.asCamila()
                    .body(Map.of("reason", "Apareció."))
                    .post("/cases/{number}/actions/close", number)
                    .then()
                    .statusCode(200);

            portal.press("Enviar").giveName(Person.CAMILA);

            assertThat(tracking.head()).contains("Cerrado");
            assertThat(tracking.left().inputValue()).isEqualTo("Justo antes del cierre");
        }
    }

    /** Nobody knows any more who sends the photo; the words that came with it are kept nevertheless. */
    @Test
    void wordsSurviveWithALargePhotoToo(Browser browser, Api api) {
        String number = api.openCase("La sesión se acaba con una foto");
        try (Portal portal = browser.withoutScript(Device.MOBILE)) {
            TrackingView tracking = portal.signIn(Person.CAMILA)
                    .tracking(number)
                    .type("Aquí va la foto")
                    .attach(SampleFile.photo("grande.jpg", 3 << 20));
            portal.endSession();

            portal.press("Enviar");

            assertThat(portal.heading()).isEqualTo("Iniciar sesión");
            portal.giveName(Person.CAMILA);
            assertThat(tracking.typed()).isEqualTo("Aquí va la foto");
            assertThat(portal.words()).contains("elige otra vez los archivos");
        }
    }

    @Test
    void aPasswordThatIsShownIsKeptNowhere(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            Page page = portal.signIn(Person.DIEGO).open("cuenta").page();

            page.locator("[data-reveal=newPassword]").click();
            page.locator("#newPassword").fill("Otra-clave-secreta");

            assertThat(page.locator("#newPassword").getAttribute("type")).isEqualTo("text");
            assertThat((String) page.evaluate("() => JSON.stringify(sessionStorage)"))
                    .doesNotContain("Otra-clave-secreta");
        }
    }

    @Test
    void aWarningComesInTimeAndOneButtonStays(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);
            portal.page().clock().install();
            portal.page()
                    .route(
                            "**/live/session",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody("{\"seconds\":119}")),
                            new Page.RouteOptions().setTimes(1));
            portal.reload();

            portal.page().clock().fastForward("28:05");

            PlaywrightAssertions.assertThat(portal.page().getByRole(AriaRole.ALERT))
                    .containsText("Tu sesión termina en 2 minutos");
            portal.assertAccessible();
            portal.page().getByText("Seguir conectado").click();
            PlaywrightAssertions.assertThat(portal.page().locator(".session")).hasCount(0);
        }
    }

    /** After twelve hours only signing in again helps, and leads back to the same page. */
    @Test
    void whoeverCannotStayIsToldSo(Browser browser, Api api) {
        String number = api.openCase("La sesión más larga");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);
            portal.page().clock().install();
            portal.page()
                    .route(
                            "**/live/session",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody("{\"seconds\":100}")),
                            new Page.RouteOptions().setTimes(2));
            TrackingView tracking = portal.tracking(number).type("Todavía sin enviar");
            portal.page().clock().fastForward("28:05");

            portal.page().getByText("Seguir conectado").click();

            PlaywrightAssertions.assertThat(portal.page().locator(".session")).containsText("límite de 12 horas");
            portal.assertAccessible();
            portal.turn(".session a");
            assertThat(portal.heading()).isEqualTo("Iniciar sesión");
            portal.giveName(Person.CAMILA);
            assertThat(portal.address()).endsWith("/caso?numero=" + number);
            assertThat(tracking.typed()).isEqualTo("Todavía sin enviar");
        }
    }

    @Test
    void theEndIsToldOnce(Browser browser, Api api) {
        String number = api.openCase("Terminada una vez");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking =
                    portal.signIn(Person.CAMILA).tracking(number).type("Ya sin sesión");
            portal.endSession();
            tracking.send();
            Page page = portal.page();
            PlaywrightAssertions.assertThat(page.locator(".session")).containsText("Tu sesión terminó");
            page.locator(".session a").focus();

            page.waitForResponse(
                    "**/live/session",
                    () -> page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))"));
            page.evaluate("() => fetch('live/session', { headers: { 'X-Buzon-Quiet': '1' } })");

            PlaywrightAssertions.assertThat(page.locator(".session a")).isFocused();
        }
    }

    /** The page that says so is no sign that anything has arrived. */
    @Test
    void wordsSurviveAFailureOfThePortal(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            Page page =
                    portal.signIn(Person.ADMINISTRATOR).open("empresa/usuarios").page();
            page.locator("#name").fill("Eva Que Vuelve");
            page.route(
                    "**/empresa/usuarios",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setResponse(portal.fetch("error/fallo"))
                            .setStatus(500)),
                    new Page.RouteOptions().setTimes(1));
            portal.press("Crear usuario");
            assertThat(portal.heading()).isEqualTo("Algo falló de nuestro lado");

            portal.open("empresa/usuarios");

            assertThat(page.locator("#name").inputValue()).isEqualTo("Eva Que Vuelve");
        }
    }

    @Test
    void wordsSurviveALostConnection(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            Page page =
                    portal.signIn(Person.ADMINISTRATOR).open("empresa/usuarios").page();
            page.locator("#name").fill("Eva Que Vuelve");
            page.route(
                    "**/empresa/usuarios",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(503)
                            .setContentType("text/html")
                            .setBody("<link rel='icon' href='data:,'><p>503")),
                    new Page.RouteOptions().setTimes(1));
            portal.press("Crear usuario");

            page.goBack();
            portal.open("empresa/usuarios");

            assertThat(page.locator("#name").inputValue()).isEqualTo("Eva Que Vuelve");
            page.locator("#email").fill(UUID.randomUUID() + "@andessur.example");
            portal.press("Crear usuario").open("inicio").open("empresa/usuarios");
            assertThat(page.locator("#name").inputValue()).as("that did arrive").isEmpty();
        }
    }

    /** What a page asks by itself is nobody's doing. */
    @Test
    void anOpenPageKeepsNoSessionAlive(Browser browser, Api api) {
        String number = api.openCase("Una página olvidada");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).tracking(number);
            int before = left(portal);

            portal.page().waitForCondition(() -> left(portal) <= before - 2);

            assertThat(
                            portal.page()
                                    .evaluate(
                                            "async () => (await fetch(location.href, { headers: { 'X-Buzon-Quiet': '1' } })).status"))
                    .isEqualTo(200);
            assertThat(left(portal)).isLessThan(before - 1);
        }
    }

    private static int left(Portal portal) {
        return (int) portal.page().evaluate("""
                async () => (await (await fetch("live/session", { headers: { "X-Buzon-Quiet": "1" } })).json()).seconds""");
    }
}
