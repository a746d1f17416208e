package cl.buzon.connector.schedule;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.reconcile.CaseSide;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.MirroredCase;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A database of one's own with what a postman needs, and cases to be worked on; nothing else in the world answers. */
final class Postroom {

    static final CaseId FIRST = new CaseId(new UUID(1, 1));
    static final CaseId SECOND = new CaseId(new UUID(1, 2));

    private final Tables tables = new Tables();
    final MovedClock clock = new MovedClock();
    final Leases leases = new Leases(tables.dataSource(), clock);
    final Ledger ledger = new InTransactions(new JdbcLedger(tables.dataSource(), clock), tables);
    final SyncState state = new SyncState(tables.dataSource(), clock, ledger, leases);
    final Gate gate = new Gate(clock, new Random(1), Duration.ofSeconds(15));

    /** @param failure what every call ends with */
    Postman postman(Supplier<RuntimeException> failure) {
        TicketingSystem remote = (TicketingSystem) Proxy.newProxyInstance(
                Postroom.class.getClassLoader(), new Class<?>[] {TicketingSystem.class}, (proxy, method, values) -> {
                    if (method.getName().equals("capabilities")) {
                        return new Capabilities(Set.of(), Map.of(), 0, 1);
                    }
                    throw failure.get();
                });
        CaseSide cases = (CaseSide) Proxy.newProxyInstance(
                Postroom.class.getClassLoader(),
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

    void mark(CaseId caseId) {
        in(() -> {
            leases.mark(List.of(caseId), false, false);
            return true;
        });
    }

    Optional<Lease> next() {
        return in(() -> leases.claim(false));
    }

    <T> T in(Supplier<T> work) {
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
