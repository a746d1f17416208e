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
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The users of a company on the page of its administrator. */
@PortalTest
class UsersIT {

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aUserIsFoundRenamedMadeAdministratorAndKeptOut(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/usuarios").lookAt("usuarios");
            portal.page().locator("#name").fill("Ema " + unique);
            portal.page().locator("#email").fill(unique + "@andessur.example");
            portal.press("Crear usuario");

            find(portal, unique.toUpperCase(Locale.ROOT), "Clave temporal");
            assertThat(portal.words()).contains("Ema " + unique).doesNotContain("Camila Rojas");
            portal.follow("Editar Ema " + unique).lookAt("usuario");
            portal.page().locator("#name").fill("Emilia " + unique);
            portal.page().getByLabel("Administrador de la empresa").setChecked(true);
            portal.press("Guardar");
            assertThat(portal.words()).contains("Los datos de Emilia " + unique);

            find(portal, unique, "Todos");
            assertThat(portal.page().locator("form#users").innerText()).contains("Administrador de la empresa");
            portal.press("Bloquear Emilia " + unique);
            find(portal, unique, "Bloqueada");
            assertThat(portal.words()).contains("Emilia " + unique);
            find(portal, unique, "Activa");
            assertThat(portal.words()).contains("No hay usuarios así.");
        }
    }

    @Test
    void aButtonMeansWhomItStandsBesideThoughTheListIsAnotherByNow(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP);
                Portal elsewhere = browser.on(Device.DESKTOP)) {
            elsewhere.signIn(Person.ADMINISTRATOR);
            create(elsewhere, "Zoe " + unique, "zoe-" + unique + "@andessur.example");
            portal.signIn(Person.ADMINISTRATOR).open("empresa/usuarios?buscar=" + unique);
            create(elsewhere, "Ana " + unique, "ana-" + unique + "@andessur.example");

            portal.press("Bloquear Zoe " + unique);

            assertThat(portal.words()).contains("La cuenta de Zoe " + unique + " quedó bloqueada.");
            find(portal, unique, "Bloqueada");
            assertThat(portal.words()).contains("Zoe " + unique).doesNotContain("Ana " + unique);
        }
    }

    @Test
    void theListIsSortedByTheAddressAndTellsHowManyCasesEachHas(Browser browser, Api api) {
        api.openCase("Para contar");
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/usuarios?buscar=andessur");

            portal.turn("th a:text-is('Casos')");

            assertThat(portal.address()).isEqualTo("/empresa/usuarios?buscar=andessur&orden=-cases");
            assertThat(portal.page().locator("th[aria-sort='descending']").innerText())
                    .isEqualTo("Casos");
            Locator first = portal.page().locator("tbody tr").first();
            assertThat(first.innerText()).contains("Camila Rojas");
            assertThat(Integer.parseInt(first.locator("td").nth(3).innerText().replace(".", "")))
                    .isPositive();
            portal.press("Buscar");
            assertThat(portal.address()).contains("orden=-cases");
            portal.turn("th a:text-is('Casos')");
            assertThat(portal.page().locator("tbody tr").last().innerText()).contains("Camila Rojas");
        }
    }

    @Test
    void aCompanyKeepsAnAdministrator(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.OPERATOR).open("operador/empresas");
            portal.page().getByLabel("Nombre de la empresa").fill("Una sola " + unique);
            portal.page().getByLabel("RUT").fill(rut());
            portal.page().getByLabel("Nombre del primer usuario").fill("Sola");
            portal.page().getByLabel("Correo del primer usuario").fill(unique + "@sola.example");
            portal.press("Crear empresa").open("operador/empresas").follow("Una sola " + unique);
            portal.follow("Editar Sola");
            portal.page().getByLabel("Administrador de la empresa").setChecked(false);

            portal.press("Guardar");

            assertThat(portal.words()).contains("La empresa se quedaría sin administrador.");
        }
    }

    @Test
    void theOperatorFindsACompanyBringsAUserAndCorrectsTheirAddress(Browser browser) {
        String right = "bien-" + unique + "@andessur.example";
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.OPERATOR).open("operador/empresas");
            portal.page().locator("#buscar").fill("no hay " + unique);
            assertThat(portal.press("Buscar").words()).contains("No hay empresas así.");
            portal.page().locator("#buscar").fill("andes sur");
            portal.press("Buscar").follow("Andes Sur SpA");
            portal.page().locator("#name").fill("Eva " + unique);
            portal.page().locator("#email").fill("mal-" + unique + "@andessur.example");
            portal.press("Crear usuario");
            Person wrong = new Person("mal-" + unique + "@andessur.example", handedOut(portal));

            portal.page().locator("#buscar").fill(unique);
            portal.press("Buscar").follow("Editar Eva " + unique).lookAt("usuario-por-entrar");
            portal.page().locator("#email").fill(right);
            portal.press("Corregir y dar acceso de nuevo").lookAt("usuario-corregido");

            assertThat(portal.words()).contains(right).doesNotContain(wrong.user());
            try (Portal elsewhere = browser.withoutScript(Device.DESKTOP)) {
                assertThat(elsewhere.signIn(wrong).words()).contains("no coinciden");
                elsewhere.giveName(new Person(right, handedOut(portal)));
                assertThat(elsewhere.heading()).isEqualTo("Crea tu contraseña");
            }
        }
    }

    @Test
    void whateverWasTypedStaysWhicheverButtonIsPressed(Browser browser) {
        String right = "otra-" + unique + "@andessur.example";
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR);
            create(portal, "Ida " + unique, "ida-" + unique + "@andessur.example");
            portal.open("empresa/usuarios?buscar=" + unique).follow("Editar Ida " + unique);

            portal.page().locator("#name").fill("Inés " + unique);
            portal.page().locator("#email").fill(right);
            portal.press("Corregir y dar acceso de nuevo");
            assertThat(portal.page().locator("#name").inputValue()).isEqualTo("Inés " + unique);
            assertThat(handedOut(portal)).isNotBlank();

            portal.page().locator("#email").fill("tercera-" + unique + "@andessur.example");
            portal.press("Guardar");
            assertThat(portal.words()).contains("Los datos de Inés " + unique, "El correo todavía no cambia", right);
            assertThat(portal.page().locator("#email").inputValue()).startsWith("tercera-");
        }
    }

    @Test
    void whoCameInMeanwhileKeepsTheAddressAndThatIsSaid(Browser browser) {
        String email = "luz-" + unique + "@andessur.example";
        try (Portal portal = browser.withoutScript(Device.DESKTOP);
                Portal elsewhere = browser.withoutScript(Device.MOBILE)) {
            portal.signIn(Person.ADMINISTRATOR);
            create(portal, "Luz " + unique, email);
            Person luz = new Person(email, handedOut(portal));
            portal.open("empresa/usuarios?buscar=" + unique).follow("Editar Luz " + unique);
            elsewhere.signIn(luz).makePassword("una frase " + unique);

            portal.page().locator("#email").fill("nueva-" + unique + "@andessur.example");
            portal.press("Corregir y dar acceso de nuevo");

            assertThat(portal.words()).contains("Ya entró al portal", email).doesNotContain("Corregir el correo");
        }
    }

    private static String handedOut(Portal portal) {
        return portal.page().locator("#temporary-password").innerText();
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorBringsAFurtherOneAndKeepsThemOut(Device device, Browser browser) {
        String email = "op-" + unique + device.name().toLowerCase(Locale.ROOT) + "@buzon.example";
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.OPERATOR).unfold("Cuenta de").follow("Operadores");
            portal.page().getByLabel("Nombre").fill("Otra " + unique);
            portal.page().getByLabel("Correo").fill(email);
            portal.press("Crear operador").lookAt("operadores");
            Person other = new Person(email, handedOut(portal));
            try (Portal elsewhere = browser.on(Device.DESKTOP)) {
                elsewhere.signIn(other).makePassword("una frase " + unique);
                assertThat(elsewhere.open("operador/empresas").words()).contains("Andes Sur SpA");
            }

            portal.press("Bloquear Otra " + unique);

            assertThat(portal.words()).contains("La cuenta de Otra " + unique + " quedó bloqueada.");
        }
    }

    /** A sound one that no other test has, by the weights of the field. */
    private String rut() {
        int number = 50_000_000 + Math.floorMod(unique.hashCode(), 9_000_000);
        int sum = 0;
        int weight = 2;
        for (int rest = number; rest > 0; rest /= 10) {
            sum += rest % 10 * weight;
            weight = weight == 7 ? 2 : weight + 1;
        }
        int check = 11 - sum % 11;
        return number + "-" + (check == 11 ? "0" : check == 10 ? "K" : "" + check);
    }

    private static void create(Portal portal, String name, String email) {
        portal.open("empresa/usuarios").page().locator("#name").fill(name);
        portal.page().locator("#email").fill(email);
        portal.press("Crear usuario");
    }

    private static void find(Portal portal, String words, String standing) {
        portal.open("empresa/usuarios");
        portal.page().locator("#buscar").fill(words);
        portal.page().locator("#estado").selectOption(new SelectOption().setLabel(standing));
        portal.press("Buscar");
    }
}
