package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company from its creation by the operator to the first case of a second user, each with a password of their own. */
@PortalTest
class NewCompanyIT {

    private static final String OWN_PASSWORD = "cordillera-nevada-1984";

    @ParameterizedTest
    @CsvSource({"DESKTOP, 11.111.111-1", "MOBILE, 12.345.678-5"})
    void fromTheOperatorToTheFirstCase(Device device, String rut, Browser browser) {
        String company = "Vinos del Maule " + device.name().charAt(0);
        String domain = "@maule-" + device.name().toLowerCase(Locale.ROOT) + ".example";

        Person rosa = operatorCreates(company, rut, "rosa" + domain, browser, device);
        Person ines = administratorCreatesColleague(rosa, "ines" + domain, browser, device);
        String number = opensACase(ines, browser, device);
        administratorSeesIt(new Person(rosa.user(), OWN_PASSWORD), number, browser, device);
        nobodyElseSeesIt(number, browser, device);
    }

    private static Person operatorCreates(String company, String rut, String user, Browser browser, Device device) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.OPERATOR).open("operador/empresas");
            fill(portal, "Nombre de la empresa", company);
            fill(portal, "RUT", rut);
            fill(portal, "Nombre del primer usuario", "Rosa Muñoz");
            fill(portal, "Correo del primer usuario", user);

            portal.press("Crear empresa").lookAt("empresa-creada");

            assertThat(portal.words()).contains(company, user);
            Person handedOut = new Person(user, temporaryPassword(portal));
            assertThat(portal.open("operador/empresas").words()).doesNotContain(handedOut.password());
            return handedOut;
        }
    }

    private static Person administratorCreatesColleague(
            Person administrator, String user, Browser browser, Device device) {
        try (Portal portal = browser.on(device)) {
            makesAnOwnPassword(portal, administrator, "Hola, Rosa");
            portal.open("empresa/usuarios");
            fill(portal, "Nombre", "Inés Soto");
            fill(portal, "Correo", user);

            portal.press("Crear usuario").lookAt("usuario-creado");

            assertThat(portal.words()).contains("Inés Soto", user, "Clave temporal");
            return new Person(user, temporaryPassword(portal));
        }
    }

    private static String opensACase(Person colleague, Browser browser, Device device) {
        try (Portal portal = browser.on(device)) {
            makesAnOwnPassword(portal, colleague, "Hola, Inés");
            portal.lookAt("inicio-sin-casos");
            String number = portal.newCase().sendWhole("Botellas quebradas");

            assertThat(portal.report().of(number)).contains("Recibido");
            return number;
        }
    }

    /** The password that was handed out opens nothing but the page on which an own one is made, and only once. */
    private static void makesAnOwnPassword(Portal portal, Person person, String greeting) {
        portal.signIn(person);
        assertThat(portal.heading()).isEqualTo("Crea tu contraseña");
        assertThat(portal.open("casos").heading()).isEqualTo("Crea tu contraseña");
        portal.lookAt("primer-ingreso");

        portal.makePassword(person.password());
        assertThat(portal.heading()).isEqualTo("Crea tu contraseña");
        portal.makePassword(OWN_PASSWORD);

        assertThat(portal.heading()).isEqualTo(greeting);
        portal.signOut();
        assertThat(portal.open("ingresar").giveName(person).words()).contains("no coinciden");
        portal.giveName(new Person(person.user(), OWN_PASSWORD));
        assertThat(portal.heading()).isEqualTo(greeting);
    }

    private static void administratorSeesIt(Person administrator, String number, Browser browser, Device device) {
        try (Portal portal = browser.on(device)) {
            assertThat(portal.signIn(administrator).tracking(number).head()).contains(number, "Botellas quebradas");
        }
    }

    private static void nobodyElseSeesIt(String number, Browser browser, Device device) {
        try (Portal portal = browser.on(device)) {
            assertThat(portal.signIn(Person.ADMINISTRATOR)
                            .fetch("caso?numero=" + number)
                            .status())
                    .isEqualTo(404);
        }
    }

    private static String temporaryPassword(Portal portal) {
        return portal.page().locator("#temporary-password").innerText();
    }

    private static void fill(Portal portal, String field, String value) {
        portal.page()
                .getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                .fill(value);
    }
}
