package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.web.security.Gate.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Optional<Caller> NOBODY = Optional.empty();
    private static final Optional<Caller> CAMILA = Optional.of(Caller.of(SomeCaller.customer(false)));
    private static final Optional<Caller> NEWCOMER = Optional.of(Caller.of(SomeCaller.newcomer()));

    @Test
    void nobodyIsSentToSignInFromPages() {
        assertThat(Gate.judge("/casos", NOBODY)).isEqualTo(Verdict.SIGN_IN);
        assertThat(Gate.judge("/primer-ingreso", NOBODY)).isEqualTo(Verdict.SIGN_IN);
    }

    @Test
    void programsLearnThatTheyAreNobody() {
        assertThat(Gate.judge("/api/v1/cases", NOBODY)).isEqualTo(Verdict.REFUSE_UNKNOWN);
        assertThat(Gate.judge("/live/cases", NOBODY)).isEqualTo(Verdict.REFUSE_UNKNOWN);
    }

    @Test
    void openAddressesAreOpen() {
        assertThat(Gate.judge("/", NOBODY)).isEqualTo(Verdict.PASS);
        assertThat(Gate.judge("/ingresar", CAMILA)).isEqualTo(Verdict.PASS);
    }

    @Test
    void whoIsKnownPasses() {
        assertThat(Gate.judge("/casos", CAMILA)).isEqualTo(Verdict.PASS);
        assertThat(Gate.judge("/api/v1/cases", Optional.of(Caller.of(SomeCaller.executive(true)))))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void whoHasNoPasswordOfTheirOwnMakesOneFirst() {
        assertThat(Gate.judge("/", NEWCOMER)).isEqualTo(Verdict.MAKE_PASSWORD);
        assertThat(Gate.judge("/casos", NEWCOMER)).isEqualTo(Verdict.MAKE_PASSWORD);
        assertThat(Gate.judge("/live/cases", NEWCOMER)).isEqualTo(Verdict.REFUSE_WITHOUT_PASSWORD);
        assertThat(Gate.judge("/primer-ingreso", NEWCOMER)).isEqualTo(Verdict.PASS);
        assertThat(Gate.judge("/salir", NEWCOMER)).isEqualTo(Verdict.PASS);
        assertThat(Gate.judge("/resources/css/buzon.css", NEWCOMER)).isEqualTo(Verdict.PASS);
    }
}
