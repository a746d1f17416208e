package cl.buzon.connector.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.schedule.Leases;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard of a case while somebody works on it. */
class JdbcLedgerTest {

    private static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final TicketId TICKET = new TicketId("t1");
    private static final RemoteMessage WORDS =
            new RemoteMessage("m1", TICKET, new RemoteAuthor("Ana", null, false), Instant.EPOCH, "Hola");
    private static final Changes HEARD = new Changes(List.of(), List.of(WORDS), List.of(), Watermark.START, false);

    private final Tables tables = new Tables();
    private final Leases leases = new Leases(tables.dataSource(), Clock.systemUTC());
    private final JdbcLedger ledger = new JdbcLedger(tables.dataSource(), Clock.systemUTC());
    private final Sql sql = new Sql(tables.dataSource());
    private final SyncLink link = SyncLink.none(CASE)
            .with(new Ticket(TICKET, "CS1", CASE, new Stamp(1, Instant.EPOCH), TicketFields.none()), Agreed.NOTHING);

    @BeforeEach
    void hearOnce() {
        tables.in(() -> {
            leases.mark(List.of(CASE), false, false);
            ledger.save(new Entry(leases.claim(false).orElseThrow(), link));
            return ledger.hear(HEARD);
        });
    }

    private Entry taken() {
        UUID token = sql.list("select lease from dirty_mark", row -> row.getObject(1, UUID.class))
                .get(0);
        return new Entry(new Lease(CASE, token, 1, false, 0, Instant.MAX), link)
                .item(new SyncItem(CASE, new UUID(2, 1), 0, SyncItem.Way.TAKEN, WORDS.id(), "print", null));
    }

    private void carries(String number) {
        UUID token = sql.list("select lease from dirty_mark", row -> row.getObject(1, UUID.class))
                .get(0);
        ledger.save(new Entry(new Lease(CASE, token, 1, false, 0, Instant.MAX), link.carrying(new CaseNumber(number))));
    }

    private static Changes told(TicketId ticket) {
        return new Changes(
                List.of(new Ticket(ticket, "CS1", null, new Stamp(9, Instant.EPOCH), TicketFields.none())),
                List.of(new RemoteMessage("m9", ticket, new RemoteAuthor("Ana", null, false), Instant.EPOCH, "Otro")),
                List.of(),
                Watermark.START,
                false);
    }

    /** A key may be given once more, to a ticket of another company's case. */
    @Test
    void ofATicketWithAnotherNumberNothingIsKept() {
        tables.in(() -> {
            carries("CS0001001");

            assertThat(ledger.hear(told(TICKET.of("CS0002002")))).containsExactly(CASE);

            return null;
        });

        tables.in(() -> {
            SyncLink kept = ledger.find(CASE).orElseThrow();
            assertThat(kept.look()).isTrue();
            assertThat(java.util.Objects.requireNonNull(kept.told()).stamp().revision())
                    .isEqualTo(1);
            assertThat(ledger.facts(CASE, false, 9)).hasSize(1);
            return null;
        });
    }

    @Test
    void ofATicketWithItsNumberOrNoneAllIsKept() {
        tables.in(() -> {
            carries("CS0001001");

            assertThat(ledger.hear(told(TICKET.of("cs0001001")))).containsExactly(CASE);
            assertThat(ledger.hear(told(TICKET))).isEmpty();

            assertThat(ledger.find(CASE).orElseThrow().look()).isFalse();
            assertThat(ledger.facts(CASE, false, 9)).hasSize(2);
            return null;
        });
    }

    @Test
    void whatWasMissedIsLookedAt() {
        Changes missing = new Changes(
                List.of(), List.of(), List.of(), Set.of(TICKET, new TicketId("t2")), Watermark.START, false);

        tables.in(() -> {
            assertThat(ledger.hear(missing)).containsExactly(CASE);
            assertThat(ledger.find(CASE).orElseThrow().look()).isTrue();
            sql.change("update sync_link set health = 'GONE', look = false");
            assertThat(ledger.hear(missing)).as("what is known already").isEmpty();
            return null;
        });
    }

    /** Who has the case in hand knows the forgotten still, and would write it down again. */
    @Test
    void whatARestoredSystemForgotIsTakenOutOfEveryHand() {
        Changes restored = new Changes(
                List.of(), List.of(), List.of(), Set.of(), Watermark.START, false, new Changes.Lost(0, "m0"));

        tables.in(() -> {
            Entry inHand = taken();

            assertThat(ledger.hear(restored)).containsExactly(CASE);

            assertThatThrownBy(() -> ledger.save(inHand)).isInstanceOf(Lease.Lost.class);
            return null;
        });
    }

    @Test
    void whatIsTakenJustNowIsNotHeardOnceMore() {
        CompletableFuture<Set<CaseId>> news = tables.in(() -> {
            ledger.save(taken());
            CompletableFuture<Set<CaseId>> poll =
                    CompletableFuture.supplyAsync(() -> tables.in(() -> ledger.hear(HEARD)));
            while (!poll.isDone()
                    && sql.list("select 1 from pg_locks where not granted", row -> row.getInt(1))
                            .isEmpty()) {
                Thread.onSpinWait();
            }
            return poll;
        });

        assertThat(news.join()).isEmpty();
        assertThat(tables.in(() -> sql.list("select * from sync_fact", row -> row.getString("remote_id"))))
                .isEmpty();
    }

    @Test
    void aFactThatCameBackAfterItWasTakenIsNotOpen() {
        tables.in(() -> {
            ledger.save(taken());
            return sql.change(
                    "insert into sync_fact (case_id, remote_id, at, author, us, text) values (?, ?, now(), 'Ana',"
                            + " false, 'Hola')",
                    CASE.value(),
                    WORDS.id());
        });

        assertThat(tables.in(() -> ledger.facts(CASE, false, 10))).isEmpty();
    }
}
