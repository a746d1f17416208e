package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.desk.SyncStatus.Switch;
import cl.buzon.shared.CaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncStateTest {

    private final Tables tables = new Tables();
    private final MovedClock clock = new MovedClock();
    private final Leases leases = new Leases(tables.dataSource(), clock);
    private final JdbcLedger ledger = new JdbcLedger(tables.dataSource(), clock);
    private final SyncState state = new SyncState(tables.dataSource(), clock, ledger, leases);

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

    private static final CaseId CASE = new CaseId(new UUID(1, 1));

    /** Of a case with or without a ticket, and of which a write is under way or not. */
    private void work(@Nullable TicketId ticket, boolean writing) {
        tables.in(() -> {
            leases.mark(List.of(CASE), false, false);
            Lease lease = leases.claim(false).orElseThrow();
            SyncLink link = SyncLink.none(CASE);
            if (ticket != null) {
                link = link.with(told(ticket), Agreed.NOTHING);
            }
            if (writing) {
                link = link.with(Attempt.atTicket(TicketFields.none(), clock.instant()));
            }
            ledger.save(new Entry(lease, link));
            leases.defer(lease, clock.instant().plusSeconds(600), "", false);
            return true;
        });
    }

    private static Ticket told(TicketId ticket) {
        return new Ticket(ticket, "7", null, new Stamp(1, Instant.EPOCH), TicketFields.none());
    }

    private void heard(TicketId ticket) {
        tables.in(() -> {
            state.heard(new Changes(List.of(told(ticket)), List.of(), List.of(), Watermark.START, false));
            return true;
        });
    }

    private boolean isToBeLookedAt() {
        clock.pass(Duration.ofMinutes(11));
        return tables.in(() -> leases.claim(false)).map(Lease::look).orElse(false);
    }

    private static final TicketId OURS = new TicketId("7").of("CS0001001");

    /** A scrip over there may have said something on it before we have written down that it is ours. */
    @Test
    void whatIsToldOfATicketWhileItIsBeingMadeIsLookedForAfterwards() {
        work(null, true);

        heard(OURS);

        assertThat(tables.in(state::inTheMaking)).containsExactly(CASE);
        assertThat(isToBeLookedAt()).isTrue();
    }

    @Test
    void ticketsOfOthersDisturbNobody() {
        work(null, true);

        heard(new TicketId("8"));

        assertThat(isToBeLookedAt()).isFalse();
    }

    @Test
    void whatIsToldOfATicketThatIsKnownIsNoReasonToLook() {
        work(OURS, true);

        heard(OURS);

        assertThat(tables.in(state::inTheMaking)).isEmpty();
        assertThat(isToBeLookedAt()).isFalse();
    }

    @Test
    void aCaseThatMakesNoTicketIsNotInTheMaking() {
        work(null, false);

        assertThat(tables.in(state::inTheMaking)).isEmpty();
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
