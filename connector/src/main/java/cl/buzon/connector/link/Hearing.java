package cl.buzon.connector.link;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was told of tickets that belong to cases of ours; of one that has gone over to another case nothing, but
 * that it is to be looked at.
 */
final class Hearing {

    /** Scripts over there can change a ticket without counting it: then only what it says differs. */
    private static final String HEAR_TICKET = """
            with heard as (select cast(? as jsonb) as fields, cast(? as bigint) as revision, cast(? as timestamptz) as at)
            update sync_link set told = heard.fields, told_revision = heard.revision, told_at = heard.at, ticket_number = ?
            from heard
            where ticket_id = ? and (told_revision is null or told_revision < heard.revision
                or (told_revision = heard.revision
                    and (told_at < heard.at or (told_at = heard.at and told is distinct from heard.fields))))
            returning case_id""";

    private static final String FACT = """
            insert into sync_fact (case_id, remote_id, at, author, author_email, us, text, name, size, readiness)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where not exists (select 1 from sync_item where case_id = ? and remote_id = ?)
            on conflict (case_id, remote_id) do update set readiness = excluded.readiness
                where sync_fact.readiness <> excluded.readiness""";

    /** Whoever knows already that it is gone looks with every cycle. */
    private static final String LOOK =
            "update sync_link set look = true where ticket_id = ? and health <> 'GONE' returning case_id";

    /** A restored system gives these revisions once more, and what it tells under them is news. */
    private static final String LOST = """
            update sync_link set told = null, told_revision = null, told_at = null, look = true
            where case_id = ? and told_revision > ? returning case_id""";

    /** So is what it says and shows under these keys, whatever they stood for: that keeps them in words alone. */
    private static final List<String> FREE = List.of(
            "update sync_item set remote_id = remote_id || ' lost ' || id"
                    + " where case_id = ? and remote_id collate \"C\" > ? and remote_id not like '% lost %'",
            "update sync_fact set remote_id = remote_id || ' lost ' || cast(extract(epoch from now()) as bigint)"
                    + " where case_id = ? and remote_id collate \"C\" > ? and remote_id not like '% lost %'");

    /** Or whoever has it in hand writes down again what is to be forgotten. */
    private static final String OUT_OF_HAND =
            "update dirty_mark set lease = null, leased_until = null where case_id = ?";

    private static final String TOUCHED = """
            select case_id from sync_link where told_revision > ?
            union select case_id from sync_item where remote_id collate "C" > ?
            union select case_id from sync_fact where remote_id collate "C" > ?""";

    private final Sql sql;

    Hearing(Sql sql) {
        this.sql = sql;
    }

    /** @return the cases to which any of it is news */
    Set<CaseId> of(Changes changes) {
        Set<TicketId> lost = new HashSet<>(changes.missed());
        List<UUID> touched = touched(changes.lost());
        Map<TicketId, CaseId> held = hold(changes, lost, touched);
        Set<CaseId> news = new HashSet<>();
        touched.forEach(caseId -> news.addAll(forget(caseId, Objects.requireNonNull(changes.lost()))));
        for (Ticket ticket : changes.tickets()) {
            Stamp stamp = ticket.stamp();
            if (held.containsKey(ticket.id())) {
                news.addAll(sql.list(
                        HEAR_TICKET,
                        Hearing::caseId,
                        FieldsJson.of(ticket.fields()),
                        stamp.revision(),
                        stamp.at(),
                        ticket.number(),
                        ticket.id().value()));
            }
        }
        changes.messages().forEach(message -> of(held.get(message.ticket()), new Fact.Said(message), news));
        changes.files().forEach(file -> of(held.get(file.ticket()), new Fact.Attached(file), news));
        lost.forEach(ticket -> news.addAll(sql.list(LOOK, Hearing::caseId, ticket.value())));
        return news;
    }

    /**
     * Waits for whoever is writing about these cases, lest what they have just taken be heard once more. Everybody locks
     * the mark before the link, and one case before the next.
     *
     * @param lost tickets that are nobody's here any more are added to it
     * @param others further cases
     */
    private Map<TicketId, CaseId> hold(Changes changes, Set<TicketId> lost, List<UUID> others) {
        Set<TicketId> told = new LinkedHashSet<>();
        changes.tickets().forEach(ticket -> told.add(ticket.id()));
        changes.messages().forEach(message -> told.add(message.ticket()));
        changes.files().forEach(file -> told.add(file.ticket()));
        Set<TicketId> named = new LinkedHashSet<>(told);
        named.addAll(lost);
        Map<TicketId, CaseId> ours = new HashMap<>();
        for (TicketId ticket : named) {
            sql
                    .list(
                            "select case_id, carries from sync_link where ticket_id = ?",
                            row -> {
                                TicketId linked = new TicketId(ticket.value(), row.getString("carries"));
                                ours.put(ticket, caseId(row));
                                return ticket.isOfAnother(linked);
                            },
                            ticket.value())
                    .stream()
                    .filter(another -> another)
                    .forEach(another -> lost.add(ticket));
        }
        List<UUID> ordered = Stream.concat(ours.values().stream().map(CaseId::value), others.stream())
                .distinct()
                .sorted()
                .toList();
        for (String table : List.of("dirty_mark", "sync_link")) {
            for (UUID caseId : ordered) {
                sql.list("select case_id from " + table + " where case_id = ? for update", Hearing::caseId, caseId);
            }
        }
        ours.keySet().removeAll(lost);
        return ours;
    }

    /** Cases that have been told what the other side does not know any more, and would take nothing older. */
    private List<UUID> touched(Changes.@Nullable Lost lost) {
        return lost == null
                ? List.of()
                : sql.list(TOUCHED, row -> row.getObject(1, UUID.class), lost.revision(), lost.key(), lost.key());
    }

    private List<CaseId> forget(UUID caseId, Changes.Lost lost) {
        sql.change(OUT_OF_HAND, caseId);
        FREE.forEach(keys -> sql.change(keys, caseId, lost.key()));
        return sql.list(LOST, Hearing::caseId, caseId, lost.revision());
    }

    private void of(@Nullable CaseId caseId, Fact fact, Set<CaseId> news) {
        if (caseId != null && of(caseId, fact)) {
            news.add(caseId);
        }
    }

    /** @return whether it is news */
    boolean of(CaseId caseId, Fact fact) {
        RemoteMessage message = fact instanceof Fact.Said said ? said.message() : null;
        RemoteFile file = fact instanceof Fact.Attached attached ? attached.file() : null;
        return sql.change(
                        FACT,
                        caseId.value(),
                        fact.remoteId(),
                        fact.at(),
                        fact.author().name(),
                        fact.author().email(),
                        fact.author().us(),
                        message == null ? null : message.text(),
                        file == null ? null : file.name(),
                        file == null ? null : file.size(),
                        file == null ? null : file.readiness().name(),
                        caseId.value(),
                        fact.remoteId())
                > 0;
    }

    private static CaseId caseId(ResultSet row) throws SQLException {
        return new CaseId(row.getObject("case_id", UUID.class));
    }
}
