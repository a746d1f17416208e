package cl.buzon.connector.link;

import static org.assertj.core.api.Assertions.assertThat;

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
                    "insert into sync_fact (case_id, remote_id, at, author, us, text) values (?, ?, now(), 'Ana', false, 'Hola')",
                    CASE.value(),
                    WORDS.id());
        });

        assertThat(tables.in(() -> ledger.facts(CASE, false, 10))).isEmpty();
    }
}
