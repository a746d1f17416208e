package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.reconcile.CaseSide;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.SyncStatus.Condition;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a postman makes of each way in which a case does not get through. */
class PostmanTest {

    private static final CaseId FIRST = new CaseId(new UUID(1, 1));
    private static final CaseId SECOND = new CaseId(new UUID(1, 2));

    private final Tables tables = new Tables();
    private final MovedClock clock = new MovedClock();
    private final Leases leases = new Leases(tables.dataSource(), clock);
    private final Ledger ledger = new InTransactions(new JdbcLedger(tables.dataSource(), clock), tables);
    private final SyncState state = new SyncState(tables.dataSource(), clock, ledger, leases);
    private final Gate gate = new Gate(clock, new Random(1), Duration.ofSeconds(15));

    @Test
    void whoDoesNotAnswerIsTriedLaterAndLater() {
        mark(FIRST);

        work(() -> new RemoteFailure.Unreachable("away", null));

        assertThat(next()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(next().orElseThrow().attempts()).isEqualTo(1);
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void whoAsksForPatienceStopsEverybodyAndNoCasePaysForIt() {
        mark(FIRST);
        mark(SECOND);

        Postman postman = work(() -> new RemoteFailure.Throttled("slow", Duration.ofSeconds(30)));

        assertThat(in(postman::claim)).isEmpty();
        assertThat(gate.condition()).isEqualTo(Condition.THROTTLED);
        clock.pass(Duration.ofSeconds(30));
        assertThat(in(postman::claim).orElseThrow().attempts()).isZero();
    }

    @Test
    void whoDoesNotKnowUsStopsEverybodyAndNoCasePaysForIt() {
        mark(FIRST);

        Postman postman = work(() -> new RemoteFailure.Unauthorized("who"));

        assertThat(in(postman::claim)).isEmpty();
        assertThat(gate.condition()).isEqualTo(Condition.UNAUTHORIZED);
        clock.pass(Duration.ofSeconds(30));
        assertThat(in(postman::claim).orElseThrow().attempts()).isZero();
    }

    @Test
    void whatIsRefusedWaitsForAPersonAloneWithWhatWasAskedAndAnswered() {
        mark(FIRST);

        work(() -> new RemoteFailure.Refused("no such field", "POST /x", "400 no"));

        assertThat(next()).isEmpty();
        Health health = ledger.find(FIRST).orElseThrow().health();
        assertThat(health.state()).isEqualTo(Health.State.PARKED);
        assertThat(health.reason()).isEqualTo("no such field");
        assertThat(health.request()).isEqualTo("POST /x");
        assertThat(health.answer()).isEqualTo("400 no");
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void aCaseOnWhichWeFallIsLeftToAPerson() {
        mark(FIRST);

        work(() -> new IllegalStateException("poison"));

        assertThat(next()).isEmpty();
        assertThat(ledger.find(FIRST).orElseThrow().health().reason()).isEqualTo("poison");
    }

    @Test
    void aDatabaseThatIsAwayParksNobody() {
        mark(FIRST);

        work(() -> new IllegalStateException("no database", new SQLException("gone")));

        assertThat(ledger.find(FIRST)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(next().orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    void aCaseOfWhichTheDatabaseWillNotHaveARowIsLeftToAPersonAfterTheUsualTries() {
        mark(FIRST);

        for (int tries = 0; tries <= Reconciler.TRIES; tries++) {
            assertThat(ledger.find(FIRST)).isEmpty();
            work(() -> new IllegalStateException("no such row", new SQLException("twice", "23505")));
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(next()).isEmpty();
        assertThat(ledger.find(FIRST).orElseThrow().health().reason()).isEqualTo("no such row");
    }

    @Test
    void whoTriedWithoutACallLeavesTheGateToTheNext() {
        gate.throttled(Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(10));
        mark(FIRST);

        Postman postman = work(() -> new IllegalStateException("poison"));
        mark(SECOND);

        assertThat(in(postman::claim)).isPresent();
    }

    @Test
    void whoIsCutOffInTheMiddleCountsAsOutOfReach() {
        mark(FIRST);
        mark(SECOND);

        for (int i = 0; i < 4; i++) {
            work(() -> new RemoteFailure.OutcomeUnknown("cut", false, null));
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(gate.condition()).isEqualTo(Condition.UNREACHABLE);
    }

    @Test
    void nobodyWorksWhileAnOperatorHasPausedIt() {
        mark(FIRST);
        in(() -> {
            state.pause(true, "Olga");
            return true;
        });

        Postman postman = postman(() -> new IllegalStateException("not asked"));

        assertThat(in(postman::claim)).isEmpty();
        assertThat(in(() -> postman.listen(Duration.ofSeconds(15)))).isFalse();
    }

    @Test
    void whereListeningIsNotGrantedSendingGoesOn() {
        Postman postman = postman(() -> new RemoteFailure.Refused("no right", "GET journal", "403"));

        for (int i = 0; i < 5; i++) {
            in(() -> postman.listen(Duration.ofSeconds(15)));
            clock.pass(Duration.ofSeconds(15));
        }

        assertThat(gate.isOpen()).isTrue();
    }

    private Postman work(Supplier<RuntimeException> failure) {
        Postman postman = postman(failure);
        Lease lease = in(postman::claim).orElseThrow();
        in(() -> {
            postman.work(lease);
            return true;
        });
        return postman;
    }

    private Postman postman(Supplier<RuntimeException> failure) {
        TicketingSystem remote = (TicketingSystem) Proxy.newProxyInstance(
                PostmanTest.class.getClassLoader(), new Class<?>[] {TicketingSystem.class}, (proxy, method, values) -> {
                    if (method.getName().equals("capabilities")) {
                        return new Capabilities(Set.of(), Map.of(), 0, 1);
                    }
                    throw failure.get();
                });
        CaseSide cases = (CaseSide) Proxy.newProxyInstance(
                PostmanTest.class.getClassLoader(),
                new Class<?>[] {CaseSide.class},
                (proxy, method, values) -> method.getName().equals("read") ? Optional.of(anyCase()) : List.of());
        Reconciler reconciler = new Reconciler(cases, ledger, remote, clock);
        return new Postman(leases, state, reconciler, remote, gate, clock, new Random(1));
    }

    private static MirroredCase anyCase() {
        return new MirroredCase(
                FIRST,
                CaseNumber.of("CS", 1),
                1,
                1,
                Instant.EPOCH,
                CaseState.NEW,
                "OTHER",
                null,
                "A",
                "B",
                new MirroredCase.Customer("C", "c@x", "X"),
                null,
                CompensationState.NOT_REQUESTED,
                null,
                null,
                null);
    }

    private void mark(CaseId caseId) {
        in(() -> {
            leases.mark(List.of(caseId), false, false);
            return true;
        });
    }

    private Optional<Lease> next() {
        return in(() -> leases.claim(false));
    }

    private <T> T in(Supplier<T> work) {
        return tables.in(work);
    }

    /** The ledger as the server calls it. */
    private record InTransactions(Ledger ledger, Tables tables) implements Ledger {

        @Override
        public Optional<SyncLink> find(CaseId caseId) {
            return tables.in(() -> ledger.find(caseId));
        }

        @Override
        public List<Fact> facts(CaseId caseId, boolean us, int limit) {
            return tables.in(() -> ledger.facts(caseId, us, limit));
        }

        @Override
        public List<SyncItem> unpaired(CaseId caseId) {
            return tables.in(() -> ledger.unpaired(caseId));
        }

        @Override
        public void save(Entry entry) {
            tables.in(() -> {
                ledger.save(entry);
                return true;
            });
        }

        @Override
        public Set<CaseId> hear(Changes changes) {
            return tables.in(() -> ledger.hear(changes));
        }
    }
}
