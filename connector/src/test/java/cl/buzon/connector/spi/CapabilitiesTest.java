package cl.buzon.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    private static final Capabilities CAN =
            new Capabilities(Set.of(TicketField.STATE), Map.of(CaseState.CLOSED, CaseState.RESOLVED), 1, 10);

    @Test
    void onlyAStateLooksAsAnother() {
        assertThat(CAN.seen(TicketField.STATE, "CLOSED")).isEqualTo("RESOLVED");
        assertThat(CAN.seen(TicketField.STATE, "OPEN")).isEqualTo("OPEN");
        assertThat(CAN.seen(TicketField.RESOLUTION_CODE, "CLOSED")).isEqualTo("CLOSED");
    }

    @Test
    void filesMustFit() {
        assertThat(CAN.takesFileOf(0)).isFalse();
        assertThat(CAN.takesFileOf(1)).isTrue();
        assertThat(CAN.takesFileOf(10)).isTrue();
        assertThat(CAN.takesFileOf(11)).isFalse();
    }
}
