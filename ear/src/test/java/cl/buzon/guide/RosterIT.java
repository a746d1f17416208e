package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cl.buzon.shared.BusinessClock;
import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who works on cases, from the page that takes them on to the case that their delegate gets. */
@PortalTest
class RosterIT {

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anAbsenceMovesNewCasesToTheDelegate(Browser browser, Api api) {
        String first = "Zoe Primera " + unique;
        String second = "Zoe Segunda " + unique;
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.OPERATOR);
            takeOn(portal, first, "primera-" + unique);
            takeOn(portal, second, "segunda-" + unique);
            portal.lookAt("ejecutivo");
            List<String> before = team(portal, first, "");
            portal.lookAt("empresa-equipo");
            assertThat(executiveOf(api)).isEqualTo(first);

            openExecutive(portal, first);
            LocalDate today = LocalDate.now(Clock.system(BusinessClock.SANTIAGO));
            portal.page().getByLabel("Primer día").fill(date(today));
            portal.page().getByLabel("Último día").fill(date(today.plusDays(7)));
            choose(portal.page().getByLabel("Reemplazo"), second);
            portal.press("Agregar ausencia").lookAt("ejecutivo-ausente");

            assertThat(executiveOf(api)).isEqualTo(second);
            portal.press("Terminar ausencia " + date(today));
            assertThat(executiveOf(api)).isEqualTo(first);

            openExecutive(portal, first);
            portal.page().getByLabel("Activo").setChecked(false);
            portal.press("Guardar");
            assertThat(portal.words()).contains("Los datos de " + first + " quedaron guardados.");
            api.asCamila()
                    .get("/cases/{number}", api.openCase("Con inactivo"))
                    .then()
                    .body("executive.name", not(equalTo(first)));
            team(portal, before.get(0), before.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRosterIsSeenOnEveryDevice(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.OPERATOR).open("operador/ejecutivos").lookAt("ejecutivos");
            assertThat(portal.words()).contains("Marcela Fuentes", "Sin límite");
            assertThat(gapsOf(portal)).allMatch(gap -> gap >= 24);
            portal.follow("Marcela Fuentes").lookAt("ejecutivo-marcela");
            portal.open("operador/situaciones").lookAt("situaciones");
            assertThat(gapsOf(portal)).allMatch(gap -> gap >= 24);
            portal.follow("Llegó dañado").lookAt("situacion");
        }
    }

    @Test
    void whatIsWrongWithAnExecutiveIsSaidAtItsInputs(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.OPERATOR).open("operador/ejecutivos").press("Crear ejecutivo");
            assertThat(portal.words()).contains("Escribe el nombre.", "Escribe el correo.");

            portal.follow("Marcela Fuentes");
            portal.page().getByLabel("Capacidad").fill("mucha");
            portal.press("Guardar");

            assertThat(portal.words()).contains("Usa un número entero entre 1 y 9.999.");
        }
    }

    @Test
    void aSituationChangesItsWordsAndEvidenceAndGoesOutOfUse(Browser browser, Api api) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.OPERATOR).open("operador/situacion?codigo=PICKUP_FAILURE");
            portal.page().getByLabel("Descripción en español").fill("Texto " + unique);
            portal.page().locator("#proofEs-1").fill("Foto del andén");
            portal.page().locator("#proofEn-1").fill("Dock photo " + unique);
            portal.page().locator("#hintEs-1").fill("De lejos");
            portal.press("Guardar situación");
            assertThat(portal.words()).contains("Falta este dato.");
            portal.lookAt("situacion-con-errores");

            portal.page().locator("#hintEn-1").fill("From afar");
            portal.press("Guardar situación");

            api.asCamila()
                    .get("/categories")
                    .then()
                    .body("items.find { it.code == 'PICKUP_FAILURE' }.description", equalTo("Texto " + unique))
                    .body("items.find { it.code == 'PICKUP_FAILURE' }.evidence.name", hasItem("Foto del andén"));

            portal.open("operador/situacion?codigo=PICKUP_FAILURE");
            portal.page().locator("#asked-1").selectOption("NO");
            portal.page().getByLabel("En uso").setChecked(false);
            portal.press("Guardar situación");
            api.asCamila().get("/categories").then().body("items.code", not(hasItem("PICKUP_FAILURE")));
            api.asCamila().get("/cases?category=PICKUP_FAILURE").then().statusCode(200);

            portal.open("operador/situacion?codigo=PICKUP_FAILURE");
            assertThat(portal.words()).doesNotContain("Foto del andén");
            portal.page().getByLabel("En uso").setChecked(true);
            portal.press("Guardar situación");
        }
    }

    @Test
    void whatAColleagueSavedMeanwhileIsNotOverruled(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP);
                Portal colleague = browser.withoutScript(Device.DESKTOP)) {
            colleague.signIn(Person.OPERATOR).open("operador/situacion?codigo=BILLING");
            portal.signIn(Person.OPERATOR).open("operador/situacion?codigo=BILLING");
            colleague.page().getByLabel("Descripción en español").fill("De un colega " + unique);
            assertThat(colleague.press("Guardar situación").words()).contains("quedó guardada");

            portal.page().getByLabel("Descripción en español").fill("De antes " + unique);
            portal.press("Guardar situación");

            assertThat(portal.words()).contains("Alguien cambió esta situación mientras la editabas");
            assertThat(portal.page().getByLabel("Descripción en español").inputValue())
                    .isEqualTo("De antes " + unique);
            portal.open("operador/situacion?codigo=BILLING");
            assertThat(portal.page().getByLabel("Descripción en español").inputValue())
                    .isEqualTo("De un colega " + unique);
        }
    }

    @Test
    void nobodyButTheOperatorSeesTheRoster(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR);
            for (String page : List.of("ejecutivos", "situaciones")) {
                assertThat(portal.statusOf("operador/" + page)).isEqualTo(403);
            }
            assertThat(portal.statusOf("operador/situacion?codigo=LOSS")).isEqualTo(403);
            assertThat(portal.statusOf("operador/ejecutivo?ejecutivo=" + UUID.randomUUID()))
                    .isEqualTo(403);
            assertThat(portal.statusOf("operador/empresa?empresa=" + UUID.randomUUID()))
                    .isEqualTo(403);
        }
    }

    /** The free pixels between the words of neighbouring column heads; none where a phone shows cards. */
    private static List<Integer> gapsOf(Portal portal) {
        Object gaps = portal.page().evaluate("""
                () => {
                  if (getComputedStyle(document.querySelector("main tbody tr")).display === "block") return [];
                  const boxes = [...document.querySelectorAll("main thead th")].map(head => {
                    const words = document.createRange();
                    words.selectNodeContents(head);
                    return words.getBoundingClientRect();
                  });
                  return boxes.slice(1).map((box, place) => Math.round(box.left - boxes[place].right));
                }""");
        return ((List<?>) gaps).stream().map(Integer.class::cast).toList();
    }

    private static void takeOn(Portal portal, String name, String email) {
        portal.open("operador/ejecutivos");
        portal.page().getByLabel("Nombre").fill(name);
        portal.page().getByLabel("Correo").fill(email + "@buzon.example");
        portal.press("Crear ejecutivo");
        assertThat(portal.heading()).isEqualTo(name);
    }

    private static void openExecutive(Portal portal, String name) {
        portal.open("operador/ejecutivos").follow(name);
    }

    /** Gives the company another team; who was in the old one. */
    private static List<String> team(Portal portal, String primary, String backup) {
        portal.open("operador/empresas").follow("Andes Sur SpA").follow("Empresa y equipo");
        Locator first = portal.page().getByLabel("Ejecutivo principal");
        Locator second = portal.page().getByLabel("Ejecutivo de respaldo");
        List<String> before = List.of(chosen(first), chosen(second));
        choose(first, primary);
        choose(second, backup);
        portal.press("Guardar equipo");
        assertThat(portal.words()).contains("El equipo quedó guardado.");
        return before;
    }

    private static String chosen(Locator list) {
        return list.inputValue().isEmpty() ? "" : list.locator("option:checked").textContent();
    }

    private static void choose(Locator list, String name) {
        String value = name.isEmpty()
                ? ""
                : list.locator("option", new Locator.LocatorOptions().setHasText(name))
                        .getAttribute("value");
        list.selectOption(value);
    }

    private static String executiveOf(Api api) {
        return api.asCamila()
                .get("/cases/{number}", api.openCase("Para la ausencia"))
                .path("executive.name");
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd-MM-yyyy").format(day);
    }
}
