package cl.buzon.connector.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.SyncStatus;
import cl.buzon.desk.SyncStatus.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private final Alerts alerts = new Alerts();

    private List<String> codes(Condition condition, boolean late) {
        SyncStatus status = new SyncStatus(
                "servicenow", condition, null, 3, Instant.EPOCH, late, null, 0, 0, 0, 0, null, List.of());
        return alerts.of(status).stream().map(Alerts.Line::code).toList();
    }

    @Test
    void whatWorksIsNoNews() {
        assertThat(codes(Condition.WORKING, false)).isEmpty();
    }

    @Test
    void credentialsThatAreNotAcceptedAreToldOnceAndSoIsTheirReturn() {
        assertThat(codes(Condition.UNAUTHORIZED, false)).containsExactly("SYNC_UNAUTHORIZED");
        assertThat(codes(Condition.UNAUTHORIZED, false)).isEmpty();
        assertThat(codes(Condition.WORKING, false)).containsExactly("SYNC_WORKING");
    }

    @Test
    void anOldQueueIsToldOnceAndSoIsItsEnd() {
        assertThat(codes(Condition.WORKING, true)).containsExactly("SYNC_LATE");
        assertThat(codes(Condition.WORKING, true)).isEmpty();
        assertThat(codes(Condition.WORKING, false)).containsExactly("SYNC_IN_TIME");
    }
}
