package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.desk.SyncStatus.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncStateTest {

    private final Tables tables = new Tables();
    private final MovedClock clock = new MovedClock();
    private final Leases leases = new Leases(tables.dataSource(), clock);
    private final SyncState state =
            new SyncState(tables.dataSource(), clock, new JdbcLedger(tables.dataSource(), clock), leases);

    @Test
    void aPauseTellsWhoPausedItFirstAndSinceWhen() {
        Instant first = clock.instant();
        assertThat(lastSwitch()).isEmpty();

        pause(true, "Olga Díaz");
        clock.pass(Duration.ofMinutes(5));
        pause(true, "Otro Operador");

        assertThat(lastSwitch()).contains(new Switch(true, "Olga Díaz", first));
    }

    @Test
    void whoLetsItGoOnIsToldInTheirPlace() {
        pause(true, "Olga Díaz");
        clock.pass(Duration.ofMinutes(5));

        pause(false, "Otro Operador");

        assertThat(lastSwitch()).contains(new Switch(false, "Otro Operador", clock.instant()));
    }

    private void pause(boolean paused, String by) {
        tables.in(() -> {
            state.pause(paused, by);
            return true;
        });
    }

    private Optional<Switch> lastSwitch() {
        return tables.in(state::lastSwitch);
    }
}
