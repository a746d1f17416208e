package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.TokenPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token from the page that makes it to the page that takes it away. */
@PortalTest
class TokensIT {

    @ParameterizedTest
    @EnumSource
    void twoAreGoodAtOnceUntilOneIsRevoked(Device device, Browser browser, Api api) {
        String old = "Bodega vieja " + device.name();
        String young = "Bodega nueva " + device.name();
        try (TokenPage page = TokenPage.of(browser, device)) {
            String first = page.make(old, Person.CAMILA, true, true);
            page.portal().lookAt("token-creado");
            String second = page.make(young, Person.CAMILA, true, true);

            assertThat(first).matches("buzon_[\\w-]{43}").isNotEqualTo(second);
            assertThat(page.portal().open("empresa/tokens").words()).doesNotContain(first, second);
            assertThat(status(api, first)).isEqualTo(200);
            assertThat(status(api, second)).isEqualTo(200);

            page.revoke(old);
            page.portal().lookAt("token-revocado");

            assertThat(page.portal().words()).contains("El token " + old + " ya no sirve.", "Revocado");
            assertThat(status(api, first)).isEqualTo(401);
            assertThat(status(api, second)).isEqualTo(200);
        }
    }

    @Test
    void aTokenNeedsAUserOfTheCompanyAndAScope(Browser browser) {
        try (TokenPage page = TokenPage.of(browser)) {
            page.portal().page().getByLabel("Actúa como").fill(Person.PAULA.user());
            page.portal().page().getByLabel("Leer casos").setChecked(false);
            page.portal().press("Crear token");

            assertThat(page.portal().words())
                    .contains("Escribe el correo de un usuario activo de la empresa.", "Marca al menos un permiso.");
            page.portal().lookAt("token-con-errores");
        }
    }

    @Test
    void onlyAdministratorsMakeTokens(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            assertThat(portal.signIn(Person.CAMILA).statusOf("empresa/tokens")).isEqualTo(403);
        }
    }

    private static int status(Api api, String token) {
        return api.withToken(token).get("/cases").statusCode();
    }
}
