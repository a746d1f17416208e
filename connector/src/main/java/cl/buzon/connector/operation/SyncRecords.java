package cl.buzon.connector.operation;

import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Sql;
import cl.buzon.desk.SyncStatus.Hour;
import cl.buzon.shared.CaseId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the connector's tables say to whoever runs it. */
@ApplicationScoped
@Transactional
public class SyncRecords {

    /** Cases that wait for a person, and cases that wait to be tried again, as one list. */
    private static final String TROUBLE = """
            select case_id, case when health = 'GONE' then 'GONE' when request is null then 'BROKEN' else 'REFUSED' end as kind,
                about, detail, coalesce(reason, '') as reason, 0 as attempts, since,
                cast(null as timestamptz) as due_at, request, answer
            from sync_link where health in ('PARKED', 'GONE')
            union all
            select m.case_id, 'WAITING', 'CASE', null, coalesce(m.reason, ''), m.attempts, m.failing_since, m.due_at, null, null
            from dirty_mark m where m.failing_since is not null and m.attempts > 0
                and not exists (select 1 from sync_link l where l.case_id = m.case_id and l.health in ('PARKED', 'GONE'))""";

    private static final String PAGE = "select * from (" + TROUBLE
            + ") t where (since, case_id) > (?, cast(? as uuid)) order by since, case_id limit ?";

    private static final String STOPPED =
            "select * from (" + TROUBLE + ") t where kind <> 'WAITING' and since > ? order by since, case_id limit 100";

    private static final String ONE = "select * from (" + TROUBLE + ") t where case_id = ?";

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @SuppressWarnings("NullAway.Init")
    private Sql sql;

    @SuppressWarnings("NullAway.Init")
    protected SyncRecords() {}

    /** By hand, without a container. */
    @SuppressWarnings("UnnecessaryAssignment")
    SyncRecords(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    @PostConstruct
    void open() {
        sql = new Sql(database);
    }

    /** A case that does not get through. */
    record Trouble(
            CaseId caseId,
            String kind,
            String about,
            @Nullable String detail,
            String reason,
            int attempts,
            Instant since,
            @Nullable Instant next,
            @Nullable String request,
            @Nullable String answer) {}

    /** A disagreement, numbered in the order in which they came. */
    record Disagreement(
            long number,
            CaseId caseId,
            String field,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String note,
            Instant at) {}

    /** Counted at one moment. */
    record Figures(
            long queued,
            @Nullable Instant oldest,
            long parked,
            long conflicts,
            @Nullable Instant lastExchange) {}

    public Figures figures(Instant conflictsSince) {
        return sql.list(
                        "select (select count(*) from dirty_mark) as queued,"
                                + " (select min(marked_since) from dirty_mark) as oldest,"
                                + " (select count(*) from sync_link where health in ('PARKED', 'GONE')) as parked,"
                                + " (select count(*) from sync_conflict where at >= ?) as conflicts,"
                                + " (select last_exchange from sync_state) as last_exchange",
                        row -> new Figures(
                                row.getLong("queued"),
                                Sql.instant(row, "oldest"),
                                row.getLong("parked"),
                                row.getLong("conflicts"),
                                Sql.instant(row, "last_exchange")),
                        conflictsSince)
                .get(0);
    }

    /** Calls of the hours that had any, oldest first, and how long they took. */
    public List<Hour> hours(Instant since) {
        return sql.list(
                "select hour, exchanges, failures from sync_hour where hour >= ? order by hour",
                row -> new Hour(
                        row.getTimestamp("hour").toInstant(), row.getLong("exchanges"), row.getLong("failures")),
                since);
    }

    public long millis(Instant since) {
        return sql.list("select coalesce(sum(millis), 0) from sync_hour where hour >= ?", row -> row.getLong(1), since)
                .get(0);
    }

    public List<Trouble> troubles(Instant since, UUID after, int limit) {
        return sql.list(PAGE, SyncRecords::trouble, since, after.toString(), limit);
    }

    /** Those that a person has to look at since a moment, in the order in which they came to that. */
    public List<Trouble> stopped(Instant after) {
        return sql.list(STOPPED, SyncRecords::trouble, after);
    }

    public Optional<Trouble> trouble(CaseId caseId) {
        return sql.list(ONE, SyncRecords::trouble, caseId.value()).stream().findFirst();
    }

    public List<Disagreement> conflicts(long before, int limit) {
        return sql.list(
                "select * from sync_conflict where id < ? order by id desc limit ?",
                row -> new Disagreement(
                        row.getLong("id"),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("field"),
                        row.getString("ours"),
                        row.getString("theirs"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant()),
                before,
                limit);
    }

    /** Takes a case off the list so that it can be tried again; all of them when none is named. */
    public List<CaseId> unpark(@Nullable CaseId caseId) {
        return sql.list(
                "update sync_link set health = 'HEALTHY', reason = null, request = null, answer = null, since = null"
                        + " where health in ('PARKED', 'GONE', 'IGNORED') and (cast(? as uuid) is null or case_id = cast(? as uuid))"
                        + " returning case_id",
                row -> new CaseId(row.getObject("case_id", UUID.class)),
                caseId == null ? null : caseId.value().toString(),
                caseId == null ? null : caseId.value().toString());
    }

    /** @return whether it goes on: only a file of it is left out */
    public boolean ignore(CaseId caseId, String reason, Instant now) {
        List<String> about = sql.list(
                "update sync_link set health = ?, reason = ?, since = ? where case_id = ? returning about",
                row -> row.getString(1),
                Health.State.IGNORED.name(),
                reason,
                now,
                caseId.value());
        sql.change("delete from dirty_mark where case_id = ? and lease is null", caseId.value());
        return about.contains(Health.About.FILE.name());
    }

    /** What of ours was sent, by its ids, and whether the other side has taken all of it. */
    public Map<UUID, Boolean> sent(CaseId caseId) {
        return sql
                .list(
                        "select item, bool_and(way = 'DELIVERED') from sync_item where case_id = ? and item is not null"
                                + " and way in ('DELIVERED', 'NOT_DELIVERED') group by item",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getBoolean(2)),
                        caseId.value())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The case of a ticket. */
    public Optional<CaseId> caseOf(String ticket) {
        return sql
                .list(
                        "select case_id from sync_link where ticket_id = ?",
                        row -> new CaseId(row.getObject(1, UUID.class)),
                        ticket)
                .stream()
                .findFirst();
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        return new Trouble(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("kind"),
                row.getString("about"),
                row.getString("detail"),
                row.getString("reason"),
                row.getInt("attempts"),
                Objects.requireNonNullElse(Sql.instant(row, "since"), Instant.EPOCH),
                Sql.instant(row, "due_at"),
                row.getString("request"),
                row.getString("answer"));
    }
}
