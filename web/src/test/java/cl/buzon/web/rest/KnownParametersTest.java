package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownParametersTest {

    @Test
    void whatTheMethodNamesPasses() throws NoSuchMethodException {
        assertThat(faults(Map.of("limit", List.of("5"), "state", List.of("NEW", "OPEN"))))
                .isEmpty();
    }

    @Test
    void aMisspeltFilterIsRefused() throws NoSuchMethodException {
        assertThat(faults(Map.of("estado", List.of("NEW"))))
                .containsExactly(Fault.of("estado", "UNKNOWN_PARAMETER", "estado"));
    }

    @Test
    void whatComesOnceComesOnce() throws NoSuchMethodException {
        assertThat(faults(Map.of("limit", List.of("5", "6"))))
                .containsExactly(Fault.of("limit", "REPEATED_PARAMETER", "limit"));
    }

    @Test
    void aMethodThatNamesNoneTakesNone() {
        assertThat(KnownParameters.faults(null, Map.of("x", List.of("1"))))
                .containsExactly(Fault.of("x", "UNKNOWN_PARAMETER", "x"));
    }

    private static List<Fault> faults(Map<String, List<String>> sent) throws NoSuchMethodException {
        return KnownParameters.faults(
                KnownParametersTest.class.getDeclaredMethod("list").getAnnotation(Parameters.class), sent);
    }

    @Parameters(value = "limit", repeatable = "state")
    void list() {}
}
