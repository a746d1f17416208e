package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pages that are there before there is a case in hand, by day and by night, on a desk and on a telephone: each keeps
 * the rules of accessibility and fits the narrowest window, and the browser has nothing to complain about.
 */
@PortalTest
class LookOfPagesIT {

    @ParameterizedTest
    @EnumSource
    void beforeSigningIn(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.open("").lookAt("portada");
            portal.open("ayuda").lookAt("ayuda-fuera");
            portal.open("accesibilidad").lookAt("accesibilidad");
            portal.open("privacidad").lookAt("privacidad");
            portal.open("ingresar").lookAt("ingresar");

            portal.giveName(new Person("camila@andessur.example", "una que no es"));
            portal.lookAt("ingresar-error");
            portal.open("error/fallo").lookAt("error");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCustomers(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.CAMILA).lookAt("inicio");
            portal.unfold("Avisos").lookAt("avisos");
            portal.open("casos").lookAt("casos");
            portal.unfold("Exportar").lookAt("casos-exportar");
            portal.open("casos?q=zapatillas&desde=20-11-2026&estado=resueltos").lookAt("casos-vacio");
            portal.open("casos?desde=99-99-2026").lookAt("casos-fecha");
            assertThat(portal.words()).doesNotContain("Exportar");
            portal.open("ayuda").unfold("Tema claro u oscuro").lookAt("ayuda");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWentWrong(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.CAMILA);
            assertThat(portal.statusOf("caso?numero=CS9999999")).isEqualTo(404);
            portal.lookAt("error-no-existe");
            assertThat(portal.statusOf("empresa/tokens")).isEqualTo(403);
            portal.lookAt("error-permiso");
            portal.open("error/solicitud").lookAt("error-solicitud");
            portal.open("error/muy-grande").lookAt("error-muy-grande");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdministrators(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/resumen");
            portal.page().waitForFunction("document.querySelectorAll('canvas[width]').length === 2");
            assertThat(portal.words()).contains("Casos por mes y situación", "Indemnizaciones por mes");
            portal.lookAt("resumen");
            portal.unfold("Ver la tabla").lookAt("resumen-tabla");
            portal.open("casos").lookAt("casos-empresa");
        }
    }
}
