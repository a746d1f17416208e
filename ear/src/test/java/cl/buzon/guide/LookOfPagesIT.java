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
            look(portal.open(""), "portada");
            look(portal.open("ayuda"), "ayuda-fuera");
            look(portal.open("accesibilidad"), "accesibilidad");
            look(portal.open("privacidad"), "privacidad");
            look(portal.open("ingresar"), "ingresar");

            portal.giveName(new Person("camila@andessur.example", "una que no es"));
            look(portal, "ingresar-error");
            look(portal.open("error/fallo"), "error");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCustomers(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            look(portal.signIn(Person.CAMILA), "inicio");
            look(portal.unfold("Avisos"), "avisos");
            look(portal.open("casos"), "casos");
            look(portal.unfold("Exportar"), "casos-exportar");
            look(portal.open("casos?q=zapatillas&desde=20-11-2026&estado=resueltos"), "casos-vacio");
            look(portal.open("casos?desde=99-99-2026"), "casos-fecha");
            look(portal.open("ayuda").unfold("Tema claro u oscuro"), "ayuda");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdministrators(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/resumen");
            portal.page().waitForFunction("document.querySelectorAll('canvas[width]').length === 2");
            assertThat(portal.words()).contains("Casos por mes y situación", "Indemnizaciones por mes");
            look(portal, "resumen");
            look(portal.unfold("Ver la tabla"), "resumen-tabla");
            look(portal.open("casos"), "casos-empresa");
        }
    }

    private static void look(Portal portal, String name) {
        portal.lookAt(name).assertFits();
    }
}
