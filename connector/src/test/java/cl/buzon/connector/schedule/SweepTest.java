package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.desk.SyncStatus.Condition;
import cl.buzon.shared.CaseId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a comparison of everything makes of what it finds. */
class SweepTest {

    private final Tables tables = new Tables();
    private final MovedClock clock = new MovedClock();
    private final Leases leases = new Leases(tables.dataSource(), clock);
    private final JdbcLedger ledger = new JdbcLedger(tables.dataSource(), clock);
    private final SyncState state = new SyncState(tables.dataSource(), clock, ledger, leases);

    @BeforeEach
    void linkThree() {
        link(1, Health.GOOD);
        link(2, Health.GOOD);
        link(3, Health.gone("not there", Instant.EPOCH));
    }

    private static CaseId caseId(int number) {
        return new CaseId(new UUID(1, number));
    }

    private static Ticket ticket(int number, String state) {
        return new Ticket(
                new TicketId("t" + number),
                "CS" + number,
                caseId(number),
                new Stamp(4, Instant.EPOCH),
                TicketFields.none().with(TicketField.STATE, state));
    }

    private void link(int number, Health health) {
        tables.in(() -> {
            leases.mark(List.of(caseId(number)), false, false);
            Lease lease = leases.claim(false).orElseThrow();
            ledger.save(new Entry(
                    lease,
                    SyncLink.none(caseId(number))
                            .with(ticket(number, "NEW"), Agreed.NOTHING)
                            .with(health)));
            leases.release(lease);
            return true;
        });
    }

    /** Which cases are marked by it, with whether they are to be looked at. */
    private List<String> surveyed(Ticket... told) {
        return tables.in(() -> {
            state.surveyed(
                    state.linked(null, 50), new Changes(List.of(told), List.of(), List.of(), Watermark.START, false));
            List<String> marked = new ArrayList<>();
            for (Optional<Lease> next = leases.claim(false); next.isPresent(); next = leases.claim(false)) {
                marked.add(next.get().caseId().value().getLeastSignificantBits()
                        + (next.get().look() ? " look" : ""));
            }
            return marked;
        });
    }

    @Test
    void whatIsAsItWasIsLeftAlone() {
        assertThat(surveyed(ticket(1, "NEW"), ticket(2, "NEW"))).isEmpty();
    }

    @Test
    void whatIsMissingAndWhatIsThereAgainIsLookedAt() {
        assertThat(surveyed(ticket(1, "NEW"), ticket(3, "NEW"))).containsExactlyInAnyOrder("2 look", "3 look");
    }

    @Test
    void whatChangedWithoutBeingCountedIsNews() {
        assertThat(surveyed(ticket(1, "OPEN"), ticket(2, "NEW"))).containsExactly("1");
        assertThat(tables.in(() -> ledger.find(caseId(1)).orElseThrow().told())).isNotNull();
    }

    private final Gate gate = new Gate(clock, new Random(1), Duration.ofSeconds(15));
    private final List<Integer> asked = new ArrayList<>();

    private Sweep sweep(RuntimeException trouble) {
        TicketingSystem remote = (TicketingSystem) Proxy.newProxyInstance(
                SweepTest.class.getClassLoader(), new Class<?>[] {TicketingSystem.class}, (proxy, method, values) -> {
                    asked.add(((List<?>) values[0]).size());
                    throw trouble;
                });
        return new Sweep(remote, state, leases, (actor, last, limit) -> List.of(caseId(900)), gate);
    }

    private void sweepAll(Sweep sweep) {
        tables.in(() -> {
            sweep.hearAll();
            sweep.findUnsent();
            return true;
        });
    }

    @Test
    void aPageThatFallsKeepsNeitherTheNextNorTheUnsentFromBeingFound() {
        for (int i = 4; i <= 60; i++) {
            link(i, Health.GOOD);
        }

        sweepAll(sweep(new IllegalStateException("poison")));

        assertThat(asked).containsExactly(50, 10);
        assertThat(tables.in(() -> leases.waiting(10))).containsExactly(caseId(900));
    }

    @Test
    void patienceThatTheSweepIsAskedForIsKeptByAll() {
        sweepAll(sweep(new RemoteFailure.Throttled("slow", Duration.ofSeconds(30))));

        assertThat(gate.condition()).isEqualTo(Condition.THROTTLED);
    }

    @Test
    void nothingIsComparedWhileAnOperatorHasPausedIt() {
        tables.in(() -> {
            state.pause(true, "Olga");
            return true;
        });

        sweepAll(sweep(new IllegalStateException("not asked")));

        assertThat(asked).isEmpty();
    }

    @Test
    void pagesGoOnBehindTheLastCase() {
        assertThat(tables.in(() -> state.linked(caseId(1), 1)))
                .extracting(SyncState.Linked::caseId)
                .containsExactly(caseId(2));
    }
}
