package cl.buzon.connector.link;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ledger in the portal's own database. */
@ApplicationScoped
@Transactional
public class JdbcLedger implements Ledger {

    private static final String HOLD = "update dirty_mark set leased_until = ? where case_id = ? and lease = ?";

    private static final String FIND = "select * from sync_link where case_id = ?";

    /** A telling that came by another way meanwhile stays when it is the newer one. */
    private static final String SAVE = """
            insert into sync_link (case_id, ticket_id, ticket_number, agreed_ours, agreed_theirs, told, told_revision, told_at,
                position, parts, attempt, look, health, about, detail, reason, request, answer, since,
                carries)
            values (?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?,
                ?, ?, ?, ?)
            on conflict (case_id) do update set ticket_id = excluded.ticket_id, ticket_number = excluded.ticket_number,
                agreed_ours = excluded.agreed_ours, agreed_theirs = excluded.agreed_theirs,
                told = case when sync_link.told_revision > excluded.told_revision then sync_link.told else excluded.told end,
                told_at = case when sync_link.told_revision > excluded.told_revision then sync_link.told_at
                    else excluded.told_at end,
                told_revision = greatest(sync_link.told_revision, excluded.told_revision),
                position = excluded.position, parts = excluded.parts, attempt = excluded.attempt, look = excluded.look,
                health = excluded.health, about = excluded.about, detail = excluded.detail, reason = excluded.reason,
                request = excluded.request, answer = excluded.answer, since = excluded.since,
                carries = excluded.carries""";

    private static final String ITEM = """
            insert into sync_item (case_id, item, part, way, remote_id, print, reason) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, item, part) where item is not null
            do update set way = excluded.way, remote_id = excluded.remote_id, reason = excluded.reason""";

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
    protected JdbcLedger() {}

    /** By hand, without a container. */
    @SuppressWarnings("UnnecessaryAssignment")
    public JdbcLedger(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.sql = new Sql(database);
        this.leaseSeconds = Integer.parseInt(Lease.USUAL_SECONDS);
    }

    @PostConstruct
    void open() {
        sql = new Sql(database);
    }

    @Override
    public Optional<SyncLink> find(CaseId caseId) {
        return sql.list(FIND, JdbcLedger::link, caseId.value()).stream().findFirst();
    }

    @Override
    public List<Fact> facts(CaseId caseId, boolean us, int limit) {
        return sql.list(
                "select f.*, l.ticket_id from sync_fact f join sync_link l using (case_id)"
                        + " where f.case_id = ? and f.us = ? and not exists (select 1 from sync_item i"
                        + " where i.case_id = f.case_id and i.remote_id = f.remote_id)"
                        + " order by f.at, f.remote_id limit ?",
                JdbcLedger::fact,
                caseId.value(),
                us,
                limit);
    }

    @Override
    public List<SyncItem> unpaired(CaseId caseId) {
        return sql.list(
                "select * from sync_item where case_id = ? and way = 'DELIVERED' and remote_id is null order by id",
                JdbcLedger::item,
                caseId.value());
    }

    @Override
    public void save(Entry entry) {
        CaseId caseId = entry.lease().caseId();
        if (sql.change(
                        HOLD,
                        clock.instant().plusSeconds(leaseSeconds),
                        caseId.value(),
                        entry.lease().token())
                == 0) {
            throw new Lease.Lost(caseId);
        }
        save(entry.link());
        Hearing hearing = new Hearing(sql);
        entry.heard().forEach(fact -> hearing.of(caseId, fact));
        entry.items().forEach(this::save);
        entry.conflicts()
                .forEach(one -> sql.change(
                        "insert into sync_conflict (case_id, field, ours, theirs, note, at) values (?, ?, ?, ?, ?, ?)",
                        caseId.value(),
                        one.field(),
                        one.ours(),
                        one.theirs(),
                        one.note(),
                        one.at()));
    }

    @Override
    public Set<CaseId> hear(Changes changes) {
        return new Hearing(sql).of(changes);
    }

    private void save(SyncLink link) {
        Telling told = link.told();
        Health health = link.health();
        sql.change(
                SAVE,
                link.caseId().value(),
                link.ticket() == null ? null : link.ticket().value(),
                link.number(),
                FieldsJson.of(link.agreed().ours()),
                FieldsJson.of(link.agreed().theirs()),
                told == null ? null : FieldsJson.of(told.fields()),
                told == null ? null : told.stamp().revision(),
                told == null ? null : told.stamp().at(),
                link.progress().position(),
                link.progress().parts(),
                FieldsJson.of(link.attempt()),
                link.look(),
                health.state().name(),
                health.about().name(),
                health.detail(),
                health.reason(),
                health.request(),
                health.answer(),
                health.since(),
                link.ticket() == null ? null : link.ticket().number());
    }

    private void save(SyncItem item) {
        sql.change(
                ITEM,
                item.caseId().value(),
                item.item(),
                item.part(),
                item.way().name(),
                item.remoteId(),
                item.print(),
                item.reason());
        if (item.remoteId() != null) {
            sql.change(
                    "delete from sync_fact where case_id = ? and remote_id = ?",
                    item.caseId().value(),
                    item.remoteId());
        }
    }

    private static CaseId caseId(ResultSet row) throws SQLException {
        return new CaseId(row.getObject("case_id", UUID.class));
    }

    private static SyncLink link(ResultSet row) throws SQLException {
        String ticket = row.getString("ticket_id");
        String told = row.getString("told");
        return new SyncLink(
                caseId(row),
                ticket == null ? null : new TicketId(ticket, row.getString("carries")),
                row.getString("ticket_number"),
                new Agreed(
                        FieldsJson.fields(row.getString("agreed_ours")),
                        FieldsJson.fields(row.getString("agreed_theirs"))),
                told == null
                        ? null
                        : new Telling(
                                new Stamp(row.getLong("told_revision"), at(row, "told_at")), FieldsJson.fields(told)),
                new Progress(row.getInt("position"), row.getInt("parts")),
                FieldsJson.attempt(row.getString("attempt")),
                new Health(
                        Health.State.valueOf(row.getString("health")),
                        Health.About.valueOf(row.getString("about")),
                        row.getString("detail"),
                        row.getString("reason"),
                        row.getString("request"),
                        row.getString("answer"),
                        Sql.instant(row, "since")),
                row.getBoolean("look"));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        String id = row.getString("remote_id");
        TicketId ticket = new TicketId(row.getString("ticket_id"));
        RemoteAuthor author =
                new RemoteAuthor(row.getString("author"), row.getString("author_email"), row.getBoolean("us"));
        String name = row.getString("name");
        return name == null
                ? new Fact.Said(new RemoteMessage(id, ticket, author, at(row, "at"), row.getString("text")))
                : new Fact.Attached(new RemoteFile(
                        id,
                        ticket,
                        author,
                        at(row, "at"),
                        name,
                        row.getLong("size"),
                        RemoteFile.Readiness.valueOf(row.getString("readiness"))));
    }

    private static SyncItem item(ResultSet row) throws SQLException {
        return new SyncItem(
                caseId(row),
                row.getObject("item", UUID.class),
                row.getInt("part"),
                SyncItem.Way.valueOf(row.getString("way")),
                row.getString("remote_id"),
                row.getString("print"),
                row.getString("reason"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column));
    }
}
