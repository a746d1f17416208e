package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.web.security.Routes.Access;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/portada",
                "/ingresar",
                "/salir",
                "/olvido",
                "/clave",
                "/ayuda",
                "/error/no-existe",
                "/resources/css/buzon.css",
                "/jakarta.faces.resource/x.js",
                "/favicon.ico",
                "/api/docs",
                "/api/docs/index.html"
            })
    void theseAreOpenToEverybody(String path) {
        assertThat(Routes.access(path)).isEqualTo(Access.EVERYBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1/cases",
                "/api/v1/staff/cases/CS0001001/notes",
                "/api/docsx",
                "/api/v1/hooks",
                "/api/v1/hooksx"
            })
    void theApiTakesTokens(String path) {
        assertThat(Routes.access(path)).isEqualTo(Access.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/hooks/servicenow", "/api/v1/hooks/"})
    void doorbellsShowASignature(String path) {
        assertThat(Routes.access(path)).isEqualTo(Access.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inicio",
                "/casos",
                "/caso",
                "/nuevo/situacion",
                "/operador/empresas",
                "/primer-ingreso",
                "/cuenta",
                "/operador/correos",
                "/ingresar.xhtml",
                "/ingresar/x",
                "/resources",
                "/apix",
                "/whatever-comes-next"
            })
    void everythingElseNeedsASession(String path) {
        assertThat(Routes.access(path)).isEqualTo(Access.SESSION_PAGE);
    }
}
