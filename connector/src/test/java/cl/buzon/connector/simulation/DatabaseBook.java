package cl.buzon.connector.simulation;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Sql;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.schedule.Leases;
import cl.buzon.connector.spi.Changes;
import cl.buzon.shared.CaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ledger and the marks on a real database. */
final class DatabaseBook implements Book {

    private final Tables tables;
    private final Chaos chaos;
    private final JdbcLedger ledger;
    private final Leases leases;
    private final Sql sql;
    private boolean joined;

    DatabaseBook(Tables tables, Chaos chaos) {
        this.tables = tables;
        this.chaos = chaos;
        this.ledger = new JdbcLedger(tables.dataSource(), chaos);
        this.leases = new Leases(tables.dataSource(), chaos);
        this.sql = new Sql(tables.dataSource());
        run(() -> sql.change("truncate dirty_mark, sync_link, sync_item, sync_fact, sync_conflict"));
    }

    private void run(Runnable work) {
        tables.in(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void mark(CaseId caseId) {
        run(() -> leases.mark(List.of(caseId), false, false));
    }

    @Override
    public List<CaseId> marked() {
        return tables.in(() -> leases.waiting(100));
    }

    /** Claims until the case comes: those before it are due again at once. */
    @Override
    public Lease claim(CaseId caseId) {
        run(() -> sql.change("update dirty_mark set leased_until = null"));
        return tables.in(() -> {
            Optional<Lease> next = leases.claim(chaos.random.nextBoolean());
            while (next.isPresent() && !next.get().caseId().equals(caseId)) {
                next = leases.claim(false);
            }
            return next.orElseThrow();
        });
    }

    @Override
    public void release(Lease lease) {
        run(() -> leases.release(lease));
    }

    @Override
    public void poll(Changes changes) {
        run(() -> leases.mark(ledger.hear(changes), false, false));
    }

    @Override
    public Set<CaseId> hear(Changes changes) {
        return tables.in(() -> ledger.hear(changes));
    }

    @Override
    public void inOne(Runnable transaction) {
        joined = true;
        try {
            run(transaction);
        } finally {
            joined = false;
        }
    }

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
        chaos.mayCrash();
        run(() -> {
            ledger.save(entry);
            if (!joined) {
                chaos.mayCrash();
            }
        });
        if (!joined) {
            chaos.mayCrash();
        }
    }

    @Override
    public List<SyncItem> items() {
        return tables.in(() -> sql.list(
                "select * from sync_item",
                row -> new SyncItem(
                        caseId(row),
                        row.getObject("item", UUID.class),
                        row.getInt("part"),
                        SyncItem.Way.valueOf(row.getString("way")),
                        row.getString("remote_id"),
                        row.getString("print"),
                        row.getString("reason"))));
    }

    @Override
    public List<Conflict> conflicts() {
        return tables.in(() -> sql.list(
                "select * from sync_conflict",
                row -> new Conflict(
                        caseId(row),
                        row.getString("field"),
                        row.getString("ours"),
                        row.getString("theirs"),
                        row.getString("note"),
                        Instant.EPOCH)));
    }

    private static CaseId caseId(ResultSet row) throws SQLException {
        return new CaseId(row.getObject("case_id", UUID.class));
    }
}
