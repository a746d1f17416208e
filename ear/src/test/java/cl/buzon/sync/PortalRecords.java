package cl.buzon.sync;

import cl.buzon.sync.World.Disagreement;
import cl.buzon.sync.World.Link;
import cl.buzon.sync.World.OurCase;
import cl.buzon.sync.World.Said;
import cl.buzon.sync.World.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the portal has written down, read past all of its code: its tables and its folder of files. */
public final class PortalRecords {

    /** Whoever asks notes each telling of a record that goes back behind an earlier one. */
    private static final String WATCH = """
            create table if not exists stale_telling (words text not null);
            create or replace function note_stale_telling() returns trigger language plpgsql as $$
            begin
                if new.ticket_id = old.ticket_id and new.told_revision < old.told_revision then
                    insert into stale_telling values (new.case_id || ' from revision ' || old.told_revision
                        || ' back to ' || new.told_revision);
                end if;
                return new;
            end $$;
            create or replace trigger watch_tellings before update on sync_link
                for each row execute function note_stale_telling();""";

    /** The decision was written in the transaction of the request, or, where there was none to see, at the same time. */
    private static final String CASES = """
            select c.id, c.number, c.subject, c.state, coalesce(e.email, '') as executive, c.compensation_state,
                case when c.compensation_state = 'PAID' then c.paid_amount else c.approved_amount end as amount,
                coalesce((select bool_or(d.xmin = i.xmin) from assignment_decision d
                        where d.case_id = c.id and i.key is not null),
                    (select min(d.decided_at) <= c.created_at + interval '1 second' from assignment_decision d
                        where d.case_id = c.id), false) as assigned,
                m.case_id is not null as waiting, l.ticket_id, l.health, l.reason, coalesce(l.told_revision, 0) as revision,
                l.case_id is not null as linked
            from claim_case c
            left join executive e on e.id = c.executive_id
            left join sync_link l on l.case_id = c.id
            left join dirty_mark m on m.case_id = c.id
            left join idempotent_request i on i.location like '%/cases/' || c.number
            order by c.number""";

    /** Messages, and what a customer gave as the reason for what they did: that is said on the other side too. */
    private static final String SAID = """
            select coalesce(m.id, a.id) as id, a.origin, coalesce(m.body, a.reason) as body
            from activity a left join customer_message m on m.id = a.message_id
            where a.case_id = ? and (m.id is not null or a.reason is not null and a.actor_kind = 'CUSTOMER')
            order by a.position""";

    private static final String SHOWN = """
            select f.id, a.origin, f.name, f.sha256 from activity a join attachment f on f.id = a.attachment_id
            where a.case_id = ? order by a.position""";

    private static final String LEFT = """
            select coalesce(item::text, '') as item, coalesce(remote_id, '') as remote_id from sync_item
            where case_id = ? and way in ('NOT_DELIVERED', 'NOT_TAKEN') and reason is not null""";

    private final Rows rows;
    private final Path files;

    public PortalRecords(DataSource database, Path files) {
        this.rows = new Rows(database);
        this.files = files;
    }

    /** From now on the database itself notes what goes backward. */
    public void watch() {
        rows.run(WATCH);
    }

    public List<OurCase> cases() {
        return rows.list(CASES, row -> {
            Object id = Objects.requireNonNull(row.getObject("id"));
            return new OurCase(
                    id.toString(),
                    row.getString("number"),
                    row.getString("subject"),
                    row.getString("state"),
                    row.getString("executive"),
                    row.getString("compensation_state"),
                    (Long) row.getObject("amount"),
                    row.getBoolean("assigned"),
                    row.getBoolean("waiting"),
                    link(row),
                    left(id),
                    rows.list(SAID, PortalRecords::said, id),
                    rows.list(SHOWN, PortalRecords::shown, id));
        });
    }

    private static @Nullable Link link(ResultSet row) throws SQLException {
        return row.getBoolean("linked")
                ? new Link(
                        row.getString("ticket_id"),
                        row.getString("health"),
                        row.getString("reason"),
                        row.getLong("revision"))
                : null;
    }

    private Set<String> left(Object id) {
        return rows.list(LEFT, row -> Stream.of(row.getString("item"), row.getString("remote_id")), id).stream()
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(row.getString("id"), "SYNC".equals(row.getString("origin")), row.getString("body"));
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getString("id"),
                "SYNC".equals(row.getString("origin")),
                row.getString("name"),
                row.getString("sha256"));
    }

    public List<Disagreement> disagreements() {
        return rows.list(
                "select case_id::text, field, coalesce(ours, '') || '|' || coalesce(theirs, '') || '|' || coalesce(note, '')"
                        + " as words from sync_conflict",
                row -> new Disagreement(row.getString("case_id"), row.getString("field"), row.getString("words")));
    }

    /** What was kept of one case for staff, as {@code field|ours|theirs|note}. */
    List<String> disagreementsOn(String number) {
        return rows.list(
                "select s.field || '|' || coalesce(s.ours, '') || '|' || coalesce(s.theirs, '') || '|' || coalesce(s.note, '')"
                        + " as words from sync_conflict s join claim_case c on c.id = s.case_id where c.number = ?"
                        + " order by s.id",
                row -> row.getString("words"),
                number);
    }

    public List<String> stale() {
        return rows.list("select words from stale_telling", row -> row.getString("words"));
    }

    /** The health of a case's link with the reason, such as {@code PARKED no}; empty when there is no link. */
    public String healthOf(String number) {
        return rows
                .list(
                        "select l.health || ' ' || coalesce(l.reason, '') as words from sync_link l"
                                + " join claim_case c on c.id = l.case_id where c.number = ?",
                        row -> row.getString("words"),
                        number)
                .stream()
                .collect(Collectors.joining());
    }

    public long marks() {
        return rows.list(
                        "select count(*) from dirty_mark m left join sync_link l using (case_id)"
                                + " where coalesce(l.health, 'HEALTHY') = 'HEALTHY'",
                        row -> row.getLong(1))
                .get(0);
    }

    /** How often a case that waits has been tried in vain; 0 when it does not wait. */
    int attempts(String number) {
        return rows
                .list(
                        "select m.attempts from dirty_mark m join claim_case c on c.id = m.case_id where c.number = ?",
                        row -> row.getInt(1),
                        number)
                .stream()
                .findFirst()
                .orElse(0);
    }

    /** Whether a worker has the case in hand at this moment. */
    boolean isInHand(String number) {
        return rows.list(
                        "select m.lease is not null from dirty_mark m join claim_case c on c.id = m.case_id where c.number = ?",
                        row -> row.getBoolean(1),
                        number)
                .contains(true);
    }

    /** Keeps every transaction that opens a case from committing, until closed. */
    Rows.Held holdNewCases() {
        return rows.hold("lock table claim_case in share mode");
    }

    /** How many sessions wait for a lock of another one. */
    long waitingForLocks() {
        return rows.list("select count(*) from pg_locks where not granted", row -> row.getLong(1))
                .get(0);
    }

    /** Has every case looked at anew on both sides, as the night does. */
    public void markAll() {
        rows.run("insert into dirty_mark (case_id, marked_since, last_change, due_at, look)"
                + " select case_id, now(), now(), now(), true from sync_link where health = 'HEALTHY'"
                + " on conflict (case_id) do update set look = true, due_at = now(), changes = dirty_mark.changes + 1");
    }

    /** Ends all connections but the one that asks for it. */
    void terminateOthers() {
        rows.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()");
    }

    /** I11: a row whose bytes are missing or others, and bytes older than an hour that no row names. */
    public List<String> spoiledFiles() {
        List<String> spoiled = new ArrayList<>();
        Set<String> named = new HashSet<>(rows.list(
                "select sha256 from attachment union select sha256 from draft_file", row -> row.getString(1)));
        for (String sum : named) {
            Path path = files.resolve(sum.substring(0, 2))
                    .resolve(sum.substring(2, 4))
                    .resolve(sum);
            if (Files.notExists(path)) {
                spoiled.add("a row names " + sum + ", and there are no bytes");
            } else if (!sumOf(path).equals(sum)) {
                spoiled.add("the bytes of " + sum + " are others");
            }
        }
        Instant old = Instant.now().minus(Duration.ofHours(1));
        try (Stream<Path> stored = Files.exists(files) ? Files.walk(files) : Stream.empty()) {
            stored.filter(Files::isRegularFile)
                    .filter(path -> !named.contains(path.getFileName().toString()))
                    .filter(path -> modified(path).isBefore(old))
                    .forEach(path -> spoiled.add("no row names " + path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spoiled;
    }

    private static Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sumOf(Path path) {
        try {
            return sum(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
