package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Keyboard;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.SampleFile;
import cl.buzon.systems.TrackingView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The user guide's steps by the keyboard alone, from signing in to signing out; whoever does so sees where the focus is. */
@PortalTest
class KeyboardIT {

    private static final SampleFile RECEIPT = SampleFile.pdf("con el teclado.pdf");

    @Test
    void theGuidesStepsNeedNoMouse(Browser browser, BackOffice backOffice) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            Keyboard keys = portal.open("").keyboard();
            keys.to("Iniciar sesión").enter();
            keys.to("Usuario").type(Person.CAMILA.user());
            keys.to("Contraseña").type(Person.CAMILA.password()).enter();

            keys.to("Obtener ayuda").enter();
            assertThat(portal.heading()).isEqualTo("Obtener ayuda");
            String number = claim(portal, keys);
            keys.to("Casos").enter();
            keys.to(number).enter();
            converse(portal, keys, number, backOffice);
            keys.to("Casos").enter();
            keys.to("Exportar").unfold();
            for (String format : List.of("PDF", "Excel", "CSV")) {
                assertThat(keys.to(format).save().lines()).as(format).anyMatch(line -> line.contains(number));
            }

            keys.to("Inicio").enter();
            assertThat(portal.address()).isEqualTo("/inicio");
            keys.to("Cuenta de").unfold();
            keys.to("Cerrar sesión").enter();
            assertThat(portal.statusOf("casos")).isEqualTo(200);
            assertThat(portal.address()).startsWith("/ingresar");
        }
    }

    private static String claim(Portal portal, Keyboard keys) {
        keys.to("Crear caso").enter();
        keys.choose("Llegó dañado").to("Continuar").enter();
        keys.to("Número de envío").type("RR123456785CL");
        keys.to("Asunto").type("Con el teclado");
        keys.to("Descripción").type("Sin tocar el ratón.");
        keys.to("Revisar").enter();
        keys.to("Enviar").enter();
        return portal.claimForm().number();
    }

    private static void converse(Portal portal, Keyboard keys, String number, BackOffice backOffice) {
        keys.to("Adjuntar").attach(RECEIPT);
        await().until(() -> portal.words().contains("Listo para enviar"));

        keys.to("Tu respuesta").type("Escrito sin ratón.").press("Control+Enter");

        await().until(() -> portal.words().contains("Escrito sin ratón."));
        backOffice.write(number, "Leído sin ratón.");
        await().until(() -> portal.words().contains("Leído sin ratón."));
        TrackingView tracking = portal.tracking(number);
        assertThat(tracking.head()).contains(number, "Con el teclado");
        // Camila may have left files on her draft before
        assertThat(tracking.files()).contains(RECEIPT.name());
    }
}
