package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/casos",
                "/caso?numero=CS0001001",
                "/casos?estado=OPEN&q=a%2Fb&orden=-createdAt",
                "/nuevo/detalle?borrador=1b0e7a52-9b5c-4d8a-b0c3-0d6f2a9c1e11",
                "/casos?q=https://example.org//x"
            })
    void ownPagesAreReturnedTo(String path) {
        assertThat(ReturnAddress.of(path)).map(ReturnAddress::path).contains(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "casos",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/%2f%2fevil.example",
                "/%2F/evil.example",
                "/%5cevil.example",
                "/%255cevil.example",
                "/.//evil.example",
                "/../evil",
                "/%2e%2e/evil",
                "/casos//x",
                "/casos;x=//evil.example",
                "https://evil.example/",
                "https:/evil.example",
                "javascript:alert(1)",
                "/casos\r\nSet-Cookie: a=b",
                "/casos%0d%0aSet-Cookie:%20a=b",
                "/casos#fragment",
                "/casos?q=\"><script>"
            })
    void otherSitesAndTricksAreNot(String path) {
        assertThat(ReturnAddress.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/ingresar", "/salir", "/primer-ingreso", "/api/v1/cases", "/live/cases/export", "/error/x"
            })
    void whatIsNoPageToGoOnFromIsNotReturnedTo(String path) {
        assertThat(ReturnAddress.of(path)).isEmpty();
    }

    @Test
    void endlessAddressesAreNotReturnedTo() {
        assertThat(ReturnAddress.of("/casos?q=" + "x".repeat(2_000))).isEmpty();
    }

    @Test
    void itTravelsAsOneParameter() {
        assertThat(new ReturnAddress("/casos?estado=OPEN&q=a b".replace(" ", "+")).encoded())
                .isEqualTo("%2Fcasos%3Festado%3DOPEN%26q%3Da%2Bb");
    }
}
