package cl.buzon.connector.schedule;

import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Sql;
import cl.buzon.shared.CaseId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which cases are to be looked at, and in whose hands they are; any number of nodes can work on them.
 */
@ApplicationScoped
@Transactional
public class Leases {

    /** Of what is due the one that waits longest, or the one that came last. */
    private static final String CLAIM = """
            update dirty_mark set lease = gen_random_uuid(), leased_until = ? where case_id = (
                select case_id from dirty_mark where due_at <= ? and (leased_until is null or leased_until < ?)
                order by marked_since %s limit 1 for update skip locked)
            returning case_id, lease, changes, look, attempts, leased_until""";

    private static final String OLDEST = CLAIM.formatted("asc");
    private static final String NEWEST = CLAIM.formatted("desc");

    /**
     * The case has changed meanwhile: the mark stays, for the change. Whether that was a ring nobody knows, so the other side
     * is looked at again where anybody has asked for that.
     */
    private static final String CHANGED = """
            update dirty_mark set lease = null, leased_until = null, due_at = ?, attempts = 0, failing_since = null,
                reason = null, marked_since = last_change
            where case_id = ? and lease = ?""";

    private static final String DEFER = """
            update dirty_mark set lease = null, leased_until = null, due_at = ?, attempts = attempts + ?,
                failing_since = coalesce(failing_since, ?), reason = ?
            where case_id = ? and lease = ?""";

    private static final String MARK = """
            insert into dirty_mark (case_id, marked_since, last_change, due_at, look) values (?, ?, ?, ?, ?)
            on conflict (case_id) do update set last_change = excluded.last_change, changes = dirty_mark.changes + 1,
                look = dirty_mark.look or excluded.look,
                due_at = case when ? then excluded.due_at else dirty_mark.due_at end""";

    private static final String UNLINKED = """
            insert into dirty_mark (case_id, marked_since, last_change, due_at)
            select case_id, ?, ?, ? from unnest(cast(string_to_array(nullif(?, ''), ',') as uuid[])) as unsent (case_id)
            where not exists (select 1 from sync_link where sync_link.case_id = unsent.case_id)
            on conflict do nothing""";

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Inject
    @ConfigProperty(name = Lease.SETTING, defaultValue = Lease.USUAL_SECONDS)
    private int leaseSeconds;

    @SuppressWarnings("NullAway.Init")
    private Sql sql;

    @SuppressWarnings("NullAway.Init")
    protected Leases() {}

    /** By hand, without a container. */
    @SuppressWarnings("UnnecessaryAssignment")
    public Leases(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.sql = new Sql(database);
        this.leaseSeconds = Integer.parseInt(Lease.USUAL_SECONDS);
    }

    @PostConstruct
    void open() {
        sql = new Sql(database);
    }

    /**
     * Takes a case in hand.
     *
     * @param newest so that a new case need not wait for a long backlog
     */
    public Optional<Lease> claim(boolean newest) {
        Instant now = clock.instant();
        return sql.list(newest ? NEWEST : OLDEST, Leases::claimed, now.plusSeconds(leaseSeconds), now, now).stream()
                .findFirst();
    }

    /** Lays a case down that is in step, unless it has changed meanwhile. */
    public void release(Lease lease) {
        UUID caseId = lease.caseId().value();
        int gone = sql.change(
                "delete from dirty_mark where case_id = ? and lease = ? and changes = ?",
                caseId,
                lease.token(),
                lease.changes());
        if (gone == 0) {
            sql.change(CHANGED, clock.instant(), caseId, lease.token());
        }
    }

    /**
     * Lays a case down until later.
     *
     * @param failed whether it was the case's own attempt, and not that nobody could call
     */
    public void defer(Lease lease, Instant until, String reason, boolean failed) {
        sql.change(
                DEFER,
                until,
                failed ? 1 : 0,
                clock.instant(),
                reason,
                lease.caseId().value(),
                lease.token());
    }

    /** Says that somebody still works on these. */
    public void renew(Collection<Lease> leases) {
        for (Lease lease : leases) {
            sql.change(
                    "update dirty_mark set leased_until = ? where case_id = ? and lease = ?",
                    clock.instant().plusSeconds(leaseSeconds),
                    lease.caseId().value(),
                    lease.token());
        }
    }

    /**
     * Marks cases as changed on the other side.
     *
     * @param look whether the other side is to be asked
     * @param now whether a case that waits to be tried again is tried at once
     */
    public void mark(Collection<CaseId> cases, boolean look, boolean now) {
        Instant at = clock.instant();
        for (CaseId caseId : cases) {
            sql.change(MARK, caseId.value(), at, at, at, look, now);
        }
    }

    /** Marks those that have never been linked and wait for nothing: they are older than the connection. */
    public void markUnlinked(Collection<CaseId> cases) {
        Instant at = clock.instant();
        String ids = cases.stream().map(caseId -> caseId.value().toString()).collect(Collectors.joining(","));
        sql.change(UNLINKED, at, at, at, ids);
    }

    /** What waits for a better time need not wait any more, for the other side can be reached again. */
    public void hurry() {
        Instant now = clock.instant();
        sql.change("update dirty_mark set due_at = ? where due_at > ? and lease is null", now, now);
    }

    /** How many cases have been waiting for longer than a while: something keeps them, and somebody should know. */
    public int overdue(Duration age) {
        return sql.list(
                        "select count(*) from dirty_mark where marked_since < ?",
                        row -> row.getInt(1),
                        clock.instant().minus(age))
                .get(0);
    }

    private static Lease claimed(ResultSet row) throws SQLException {
        return new Lease(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("lease", UUID.class),
                row.getLong("changes"),
                row.getBoolean("look"),
                row.getInt("attempts"),
                row.getTimestamp("leased_until").toInstant());
    }

    /** All that wait, for whoever counts them. */
    public List<CaseId> waiting(int limit) {
        return sql.list(
                "select case_id from dirty_mark order by marked_since limit ?",
                row -> new CaseId(row.getObject("case_id", UUID.class)),
                limit);
    }
}
