package cl.buzon.guide;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.Receiver;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A webhook from the page that makes it to the page that takes it away. */
@PortalTest
class WebhookPagesIT {

    private final Receiver receiver = Receiver.start();

    @AfterEach
    void none(Api api) {
        List<String> ids = api.asAdmin().get("/webhooks").jsonPath().getList("items.id");
        ids.forEach(id -> api.asAdmin().delete("/webhooks/" + id).then().statusCode(204));
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource
    void itIsMadeTriedReadInTheLogReplayedAndDeleted(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/webhooks");
            portal.page().getByLabel("Dirección").fill(receiver.address());
            portal.page().getByLabel("Descripción").fill("Bodega central");
            portal.press("Crear webhook").lookAt("webhook-creado");
            String secret = portal.page().locator("#secret").innerText();
            assertThat(secret).isNotBlank();
            assertThat(portal.open("empresa/webhooks").words())
                    .contains("Bodega central", "Activo")
                    .doesNotContain(secret);

            portal.follow(receiver.address()).press("Enviar prueba");
            assertThat(portal.words()).contains("La prueba está en camino.");
            await().atMost(20, SECONDS).until(() -> receiver.told().size() == 1);
            await().atMost(20, SECONDS).until(() -> portal.reload().words().contains("Reenviar"));
            portal.lookAt("webhook");

            portal.press("Reenviar Prueba");
            await().atMost(20, SECONDS).until(() -> receiver.told().size() == 2);
            assertThat(receiver.told())
                    .allSatisfy(told -> assertThat(told.body()).contains("\"PING\""));
            assertThat(portal.follow("Fallidos").words()).contains("No hay avisos así.");

            portal.press("Apagar");
            assertThat(portal.words()).contains("El webhook quedó apagado.");
            portal.press("Encender").press("Crear clave nueva");
            assertThat(portal.page().locator("#secret").innerText())
                    .isNotBlank()
                    .isNotEqualTo(secret);
            portal.page()
                    .locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Borrar webhook"))
                    .click();
            portal.press("Sí, borrar");
            assertThat(portal.words()).contains("El webhook quedó borrado.", "Todavía no hay webhooks.");
        }
    }

    @Test
    void anAddressThatWeMayNotCallIsRefused(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/webhooks");
            portal.page().getByLabel("Dirección").fill("ftp://empresa.example");

            portal.press("Crear webhook");

            assertThat(portal.words()).contains("No podemos llamar a esa dirección.");
        }
    }

    @Test
    void aServerThatNobodyFindsIsRefusedInItsOwnWords(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/webhooks");
            portal.page().getByLabel("Dirección").fill("https://avisos.empresa.invalid/buzon");

            portal.press("Crear webhook");

            assertThat(portal.words())
                    .contains("No encontramos el servidor de esa dirección.")
                    .doesNotContain("No podemos llamar");
        }
    }

    @Test
    void onlyAdministratorsSeeThem(Browser browser) {
        for (Person person : List.of(Person.CAMILA, Person.OPERATOR)) {
            try (Portal portal = browser.on(Device.DESKTOP)) {
                assertThat(portal.signIn(person).statusOf("empresa/webhooks")).isEqualTo(403);
            }
        }
    }
}
