package cl.buzon.live;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.SampleFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a case and the form of a new one, by day and by night, on a desk, on a telephone and on a small one. */
@PortalTest
class CasePageLookIT {

    @ParameterizedTest
    @EnumSource
    void nothingIsHardToReadOrTooWide(Device device, Browser browser, Api api, BackOffice backOffice) {
        String number = api.openCase("Lámpara de cerámica que viajaba en una caja de doble pared");
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.CAMILA)
                    .tracking(number)
                    .write("Aquí está.", SampleFile.photo("foto de la esquina.jpg"));
            backOffice.act(number, "request-info", "Falta una foto de la etiqueta");
            portal.tracking(number).attach(SampleFile.photo("etiqueta.jpg"));
            portal.lookAt("vivo-espera");

            backOffice.act(number, "resolve", "Encontramos el envío.");
            portal.tracking(number);
            portal.lookAt("vivo-resuelto");

            portal.press("Sí, cerrar");
            portal.lookAt("vivo-cerrado");
            assertThat(portal.words()).contains("Caso resuelto: Encontramos el envío.");

            portal.newCase().choose("Llegó dañado").attach(SampleFile.photo("etiqueta.jpg"));
            portal.lookAt("vivo-datos");
        }
    }
}
