package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

    private final Address report = Address.of("/csm/casos");

    @Test
    void parametersKeepTheirOrderAndAreEncoded() {
        Address address =
                report.with("q", "caja & lazo").with("desde", "01-08-2026").at("lista");

        assertThat(address).hasToString("/csm/casos?q=caja+%26+lazo&desde=01-08-2026#lista");
    }

    @Test
    void emptyParametersAreLeftOut() {
        assertThat(report.with("q", "").with("estado", "espera")).hasToString("/csm/casos?estado=espera");
    }

    @Test
    void aParameterCanBeTakenAway() {
        assertThat(report.with("q", "caja").without("q")).hasToString("/csm/casos");
    }
}
