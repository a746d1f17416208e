package cl.buzon.connector.schedule;

import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.Sql;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.desk.SyncStatus.Switch;
import cl.buzon.shared.CaseId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What all nodes know of the sync as a whole: how far it has listened, whose turn it is, and whether it is paused. */
@ApplicationScoped
@Transactional
public class SyncState {

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Leases leases;

    @SuppressWarnings("NullAway.Init")
    private Sql sql;

    @SuppressWarnings("NullAway.Init")
    protected SyncState() {}

    /** By hand, without a container. */
    @SuppressWarnings("UnnecessaryAssignment")
    public SyncState(DataSource database, Clock clock, Ledger ledger, Leases leases) {
        this.database = database;
        this.clock = clock;
        this.ledger = ledger;
        this.leases = leases;
        this.sql = new Sql(database);
    }

    @PostConstruct
    void open() {
        sql = new Sql(database);
    }

    /** Whether it is time to ask for changes, and nobody else does. */
    public boolean takeTurn(Duration interval) {
        Instant now = clock.instant();
        return sql.change("update sync_state set next_poll = ? where next_poll <= ?", now.plus(interval), now) > 0;
    }

    public Watermark watermark() {
        return new Watermark(sql.list("select watermark from sync_state", row -> row.getString(1))
                .get(0));
    }

    /**
     * Keeps what was told, marks the cases to which it is news, and remembers to go on from there. A ticket of ours that nobody
     * here knows yet may have been made just now: whoever makes one looks at it again.
     */
    public void heard(Changes changes) {
        // Asked before anything else: whose ticket is written down meanwhile is known to all that follows
        List<CaseId> making = inTheMaking();
        boolean unknown =
                !making.isEmpty() && changes.tickets().stream().anyMatch(one -> isOurs(one) && !isLinked(one.id()));
        leases.mark(ledger.hear(changes), false, false);
        if (unknown) {
            leases.mark(making, true, false);
        }
        sql.change(
                "update sync_state set watermark = ?, last_exchange = ?",
                changes.next().value(),
                clock.instant());
    }

    /** Cases for which a ticket is being made: what happens on it already is told of a ticket that is nobody's here yet. */
    public List<CaseId> inTheMaking() {
        return sql.list(
                "select case_id from sync_link join dirty_mark using (case_id)"
                        + " where ticket_id is null and attempt is not null order by case_id",
                row -> new CaseId(row.getObject(1, UUID.class)));
    }

    private static boolean isOurs(Ticket ticket) {
        return ticket.ours() != null || ticket.id().number() != null;
    }

    private boolean isLinked(TicketId ticket) {
        return !sql.list("select 1 from sync_link where ticket_id = ?", row -> row.getInt(1), ticket.value())
                .isEmpty();
    }

    /** A case that has a ticket, as far as we know. */
    public record Linked(CaseId caseId, TicketId ticket, boolean gone) {}

    /** All cases that have a ticket, one page after the other. */
    public List<Linked> linked(@Nullable CaseId after, int limit) {
        return sql.list(
                "select case_id, ticket_id, health = 'GONE' as gone from sync_link"
                        + " where ticket_id is not null and case_id > ? order by case_id limit ?",
                row -> new Linked(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new TicketId(row.getString("ticket_id")),
                        row.getBoolean("gone")),
                after == null ? new UUID(0, 0) : after.value(),
                limit);
    }

    /** Keeps all that was told of some cases: what is news to a case marks it, and so does a ticket that went or came. */
    public void surveyed(List<Linked> cases, Changes all) {
        leases.mark(ledger.hear(all), false, false);
        Set<TicketId> there = all.tickets().stream().map(Ticket::id).collect(Collectors.toSet());
        leases.mark(
                cases.stream()
                        .filter(one -> one.gone() == there.contains(one.ticket()))
                        .map(Linked::caseId)
                        .toList(),
                true,
                false);
    }

    /** Whether nobody has compared everything on a day. */
    public boolean takeSweep(LocalDate day) {
        return sql.change("update sync_state set swept_on = ? where swept_on is null or swept_on < ?", day, day) > 0;
    }

    public boolean isPaused() {
        return sql.list("select paused from sync_state", row -> row.getBoolean(1))
                .get(0);
    }

    /**
     * Pauses it, or lets it go on; where that has been done already, nothing changes.
     *
     * @param by the name of whoever wants it
     */
    public void pause(boolean paused, String by) {
        sql.change(
                "update sync_state set paused = ?, switched_by = ?, switched_at = ? where paused <> ?",
                paused,
                by,
                clock.instant(),
                paused);
    }

    /** Who paused it last, or let it go on; nobody as long as nobody ever has. */
    public Optional<Switch> lastSwitch() {
        return sql
                .list(
                        "select paused, switched_by, switched_at from sync_state where switched_at is not null",
                        row -> new Switch(
                                row.getBoolean("paused"),
                                row.getString("switched_by"),
                                row.getTimestamp("switched_at").toInstant()))
                .stream()
                .findFirst();
    }
}
