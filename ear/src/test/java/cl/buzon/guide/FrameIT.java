package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around every page: the bell, the search, the language and the theme. */
@PortalTest
class FrameIT {

    /** Above the page, or below it on a phone. */
    private static final String NAVIGATION = ":is(.main-nav, .tabbar):visible";

    @Test
    void theBellForgetsWhatWasLookedAt(Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Para el aviso");
        backOffice.act(number, "accept-work", "");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);
            looked(portal);

            backOffice.write(number, "Lo estamos viendo.");

            assertThat(bell(portal.reload())).contains("sin leer");
            portal.page().waitForResponse("**/avisos/vistos", () -> portal.unfold("Avisos"));
            assertThat(lines(portal).allInnerTexts())
                    .anyMatch(line -> line.contains("Marcela Fuentes respondió en " + number));
            portal.page().waitForCondition(() -> bell(portal).contains("ninguno nuevo"));
            assertThat(bell(portal.reload())).contains("ninguno nuevo");
        }
    }

    @Test
    void aCaseIsOneLineOfTheBellHoweverMuchHappened(Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Mucho en poco tiempo");
        backOffice.act(number, "accept-work", "");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);
            looked(portal);

            List.of("Uno.", "Dos.", "Tres.").forEach(words -> backOffice.write(number, words));

            assertThat(bell(portal.reload())).isEqualTo("Avisos, 1 sin leer");
            assertThat(lines(portal)
                            .filter(new Locator.FilterOptions().setHasText(number))
                            .allTextContents())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("Marcela Fuentes respondió en " + number, "2 novedades más");
        }
    }

    @Test
    void whoVisitsTheCaseNeedsNoBell(Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Leído en su página");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);
            looked(portal);
            backOffice.write(number, "Antes de abrirla.");
            assertThat(bell(portal.reload())).contains("1 sin leer");

            portal.tracking(number);
            assertThat(bell(portal)).as("already on that page").contains("ninguno nuevo");
            portal.page().locator("#case-line:not([hidden])").waitFor();
            backOffice.write(number, "Con la página abierta.");
            portal.page().getByText("Con la página abierta.").waitFor();

            assertThat(bell(portal.open("inicio"))).contains("ninguno nuevo");
            backOffice.write(number, "Después de cerrarla.");
            assertThat(bell(portal.reload())).contains("1 sin leer");
        }
    }

    @Test
    void theBellForgetsAlsoWithoutScript(Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Para el aviso sin script");
        backOffice.write(number, "Lo estamos viendo.");
        try (Portal portal = browser.withoutScript(Device.MOBILE)) {
            portal.signIn(Person.CAMILA).open("casos?estado=analisis");
            assertThat(bell(portal)).contains("sin leer");

            portal.unfold("Avisos").press("Marcar como leídos");

            assertThat(portal.address()).isEqualTo("/casos?estado=analisis");
            assertThat(bell(portal)).contains("ninguno nuevo");
        }
    }

    @Test
    void aColleagueHearsNothing(Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Solo de Camila");
        backOffice.write(number, "Solo para Camila.");

        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.DIEGO).unfold("Avisos");

            assertThat(portal.page().locator("[data-news]").innerText()).doesNotContain(number);
        }
    }

    @Test
    void aNumberLeadsStraightToItsCase(Browser browser, Api api) {
        String number = api.openCase("Para encontrar");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);

            portal.find(" " + number.toLowerCase(Locale.ROOT) + " ");

            assertThat(portal.address()).isEqualTo("/caso?numero=" + number);
        }
    }

    @Test
    void wordsLeadToTheReportAndSomebodyElsesNumberToNothing(Browser browser, Api api) {
        String number = api.openCase("Una jirafa de peluche");
        try (Portal camila = browser.on(Device.DESKTOP)) {
            camila.signIn(Person.CAMILA);

            camila.find("jirafa");

            assertThat(camila.address()).isEqualTo("/casos?q=jirafa");
            assertThat(camila.report().lists(number)).isTrue();
        }
        try (Portal paula = browser.withoutScript(Device.DESKTOP)) {
            paula.signIn(Person.PAULA);

            paula.find(number);

            assertThat(paula.address()).isEqualTo("/casos?q=" + number);
            assertThat(paula.words()).contains("Ningún caso calza");
        }
    }

    /** Of all headers the company administrator's has the least room for it. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 1366})
    void theSearchShowsItsWholeHint(int width, Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR);

            portal.page().setViewportSize(width, 800);

            Object room = portal.page().locator("#find").evaluate("""
                    async search => {
                        await document.fonts.ready;
                        const look = getComputedStyle(search);
                        const pen = document.createElement("canvas").getContext("2d");
                        pen.font = look.font;
                        const cross = 16;
                        return Math.floor(search.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight)
                            - cross - pen.measureText(search.placeholder).width);
                    }""");
            assertThat((Integer) room).isNotNegative();
            assertThat(portal.page().evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void theSearchHasAButtonOfItsOwn(Browser browser, Api api) {
        String number = api.openCase("Sin la tecla Intro");
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).page().locator("#find").fill(number);

            portal.press("Encontrar");

            assertThat(portal.address()).isEqualTo("/caso?numero=" + number);
        }
    }

    @Test
    void aTelephoneSearchesFromAMenu(Browser browser, Api api) {
        String number = api.openCase("Desde el teléfono");
        try (Portal portal = browser.on(Device.MOBILE)) {
            portal.signIn(Person.CAMILA).unfold("Encontrar casos");
            portal.page().locator("#find-small").fill(number);

            portal.press("Encontrar");

            assertThat(portal.address()).isEqualTo("/caso?numero=" + number);
        }
    }

    @Test
    void languageAndThemeAreKeptWithoutScript(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.open("ayuda?a=b").unfold("Tema claro u oscuro").follow("Oscuro");
            assertThat(portal.address()).isEqualTo("/ayuda?tema=oscuro&a=b");
            portal.follow("English");

            portal.open("");

            Locator html = portal.page().locator("html");
            assertThat(html.getAttribute("lang")).isEqualTo("en");
            assertThat(html.getAttribute("data-theme")).isEqualTo("dark");
            assertThat(portal.page().locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
                    .isEqualTo("rgb(15, 19, 26)");
        }
    }

    @Test
    void aLanguageFollowsItsOwnerToAnotherDevice(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.DIEGO).follow("English");
        }

        try (Portal elsewhere = browser.on(Device.MOBILE)) {
            assertThat(elsewhere.signIn(Person.DIEGO).heading()).startsWith("Hello");
            elsewhere.follow("Español");
            assertThat(elsewhere.open("").heading()).startsWith("Hola");
        }
    }

    @Test
    void aThemeChosenByScriptKeepsWhatWasTyped(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.open("ingresar").page().getByLabel("Usuario").fill("camila");

            portal.page().waitForResponse("**/ingresar?tema=oscuro", () -> {
                portal.unfold("Tema claro u oscuro");
                portal.page()
                        .getByText("Oscuro", new Page.GetByTextOptions().setExact(true))
                        .click();
            });

            assertThat(portal.page().getByLabel("Usuario").inputValue()).isEqualTo("camila");
            assertThat(portal.page().locator("html").getAttribute("data-theme")).isEqualTo("dark");
            portal.reload();
            assertThat(portal.page().locator("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.open("olvido").page().locator("#email").fill("camila@andes");

            portal.follow("English");

            assertThat(portal.heading()).doesNotContain("contraseña");
            assertThat(portal.page().locator("#email").inputValue()).isEqualTo("camila@andes");
        }
    }

    /** As on a portal that is not reached by https. */
    @Test
    void aNumberIsCopiedWhereTheBrowserGivesNoClipboard(Browser browser, Api api) {
        String number = api.openCase("Para copiar");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).tracking(number);
            Page page = portal.page();
            page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })");
            page.clock().install();

            page.getByText("Copiar número de caso").click();

            Locator toast = page.locator(".toast");
            PlaywrightAssertions.assertThat(toast).hasText("Número copiado");
            assertThat((String) page.evaluate("() => getSelection().toString()"))
                    .isEqualTo(number);
            toast.hover();
            page.clock().fastForward(10_000);
            PlaywrightAssertions.assertThat(toast).isVisible();
            page.mouse().move(0, 0);
            page.clock().fastForward(6_500);
            PlaywrightAssertions.assertThat(toast).hasCount(0);
        }
    }

    /** The note beside the field is read out to nobody who is in it already. */
    @Test
    void whatATrackingNumberLacksIsSaidAloud(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.DIEGO).newCase().choose("Se perdió");
            Locator field = portal.page().locator("#trackingNumber");

            field.pressSequentially("RR12");

            Locator said = portal.page().locator("body > [role=status]");
            PlaywrightAssertions.assertThat(said).hasText("Faltan 9 caracteres");
            field.fill("RR123456789CL");
            PlaywrightAssertions.assertThat(said).containsText("no calza");
        }
    }

    @Test
    void onlyTheAdministratorSeesTheFigures(Browser browser) {
        try (Portal camila = browser.on(Device.DESKTOP)) {
            camila.signIn(Person.CAMILA);

            assertThat(camila.fetch("empresa/resumen").status()).isEqualTo(403);
        }
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).follow("Resumen");

            assertThat(portal.page().locator("#cases-table tbody tr").count()).isEqualTo(12);
            assertThat(portal.page().locator("#money-table").innerText()).contains("Reclamado", "Pagado", "$");
            assertThat(portal.page().locator(".chart").first().isVisible()).isFalse();
        }
    }

    /** What the menus offer, wherever the operator stands. */
    @ParameterizedTest
    @EnumSource
    void theOperatorReachesEveryPageFromTheNavigation(Device device, Browser browser) {
        try (Portal portal = browser.withoutScript(device)) {
            portal.signIn(Person.OPERATOR);
            for (String page : List.of(
                    "Sincronización",
                    "Empresas",
                    "Ejecutivos",
                    "Situaciones",
                    "Correos",
                    "Operadores",
                    "Obtener ayuda")) {
                Locator more = portal.page().locator(NAVIGATION + " summary");
                if (more.count() > 0) {
                    more.click();
                }

                portal.turn(NAVIGATION + " a:text-is('" + page + "'):visible");

                assertThat(portal.heading()).isEqualTo(page);
                assertThat(portal.page()
                                .locator(NAVIGATION + " [aria-current='page']")
                                .textContent())
                        .contains(page);
            }
            portal.assertFits();
        }
    }

    private static void looked(Portal portal) {
        if (bell(portal).contains("sin leer")) {
            portal.page().waitForResponse("**/avisos/vistos", () -> portal.unfold("Avisos"));
        }
    }

    private static String bell(Portal portal) {
        return portal.page().locator("[data-news-label]").textContent();
    }

    private static Locator lines(Portal portal) {
        return portal.page().locator("[data-news] li");
    }
}
