package cl.buzon.connector.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.schedule.Leases;
import cl.buzon.connector.schedule.SyncState;
import cl.buzon.connector.spi.Door;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.desk.Doorbell;
import cl.buzon.desk.SyncDesk.Ring;
import cl.buzon.shared.BodySignature;
import cl.buzon.shared.CaseId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a ring sends to look. */
class DoorbellReaderTest {

    private static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final Door DOOR = new Door("requesttracker", "ticket");
    private static final String SECRET = "a secret of the two";
    private static final Instant NOW = Instant.parse("2026-02-03T14:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Tables tables = new Tables();
    private final Leases leases = new Leases(tables.dataSource(), CLOCK);
    private final JdbcLedger ledger = new JdbcLedger(tables.dataSource(), CLOCK);
    private final DoorbellReader reader = new DoorbellReader(
            new SyncRecords(tables.dataSource()),
            new SyncState(tables.dataSource(), CLOCK, ledger, leases),
            leases,
            CLOCK,
            SECRET);

    /** A case that is to be tried again in some minutes. */
    private void waits(@Nullable TicketId ticket) {
        tables.in(() -> {
            leases.mark(List.of(CASE), false, false);
            Lease lease = leases.claim(false).orElseThrow();
            SyncLink link = ticket == null
                    ? SyncLink.none(CASE).with(Attempt.atTicket(TicketFields.none(), NOW))
                    : SyncLink.none(CASE)
                            .with(
                                    new Ticket(ticket, "7", null, new Stamp(1, NOW), TicketFields.none()),
                                    Agreed.NOTHING);
            ledger.save(new Entry(lease, link));
            leases.defer(lease, NOW.plus(Duration.ofMinutes(5)), "away", true);
            return true;
        });
    }

    private Ring ring(String body, String secret) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature = new BodySignature(secret).sign(NOW, bytes);
        return tables.in(() -> reader.ring(DOOR, new Doorbell("" + NOW.getEpochSecond(), signature, bytes)));
    }

    private Optional<Lease> due(Duration later) {
        Clock then = Clock.offset(CLOCK, later);
        return tables.in(() -> new Leases(tables.dataSource(), then).claim(false));
    }

    @Test
    void aRingForATicketOfOursHasItsCaseLookAtOnce() {
        waits(new TicketId("7"));

        assertThat(ring("{\"ticket\":7}", SECRET)).isEqualTo(Ring.HEARD);

        assertThat(due(Duration.ZERO).orElseThrow().look()).isTrue();
    }

    /** It is made already, and whoever makes it has not written down yet that it is theirs. */
    @Test
    void aRingForATicketInTheMakingHasItsCaseLookOnceItIsMade() {
        waits(null);

        assertThat(ring("{\"ticket\":8}", SECRET)).isEqualTo(Ring.HEARD);

        assertThat(due(Duration.ofMinutes(6)).orElseThrow().look()).isTrue();
    }

    /** A whole tracker rings, and most of it is none of ours: whoever waits for a better time goes on waiting for it. */
    @Test
    void aRingForATicketOfNobodysHurriesNobody() {
        waits(null);

        ring("{\"ticket\":8}", SECRET);

        assertThat(due(Duration.ZERO)).isEmpty();
    }

    /** Its end would otherwise be taken for the end of all that there was to do. */
    @Test
    void aRingWhileATicketIsBeingMadeIsNotForgottenWithThat() {
        Lease lease = tables.in(() -> {
            leases.mark(List.of(CASE), false, false);
            Lease claimed = leases.claim(false).orElseThrow();
            ledger.save(new Entry(claimed, SyncLink.none(CASE).with(Attempt.atTicket(TicketFields.none(), NOW))));
            return claimed;
        });
        ring("{\"ticket\":8}", SECRET);

        tables.in(() -> {
            leases.release(lease);
            return true;
        });

        assertThat(due(Duration.ZERO).orElseThrow().look()).isTrue();
    }

    @Test
    void aRingForATicketOfOthersDoesNotDisturbWhoHasOne() {
        waits(new TicketId("7"));

        ring("{\"ticket\":9}", SECRET);

        assertThat(due(Duration.ofMinutes(6)).orElseThrow().look()).isFalse();
    }

    @Test
    void aForgedRingIsNotHeard() {
        waits(new TicketId("7"));

        assertThat(ring("{\"ticket\":7}", "another secret")).isEqualTo(Ring.FORGED);
        assertThat(ring("{\"number\":7}", SECRET)).isEqualTo(Ring.UNREADABLE);

        assertThat(due(Duration.ZERO)).isEmpty();
    }
}
