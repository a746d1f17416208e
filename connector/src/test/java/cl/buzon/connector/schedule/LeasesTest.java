package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.database.Tables;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Sql;
import cl.buzon.shared.CaseId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final Duration LEASE = Duration.ofSeconds(Integer.parseInt(Lease.USUAL_SECONDS));

    private static final CaseId FIRST = new CaseId(new UUID(1, 1));
    private static final CaseId SECOND = new CaseId(new UUID(1, 2));

    private final Tables tables = new Tables();
    private final MovedClock clock = new MovedClock();
    private final Leases leases = new Leases(tables.dataSource(), clock);

    @Test
    void whatWaitsLongestComesFirstOrWhatIsNewest() {
        mark(FIRST);
        clock.pass(Duration.ofSeconds(1));
        mark(SECOND);

        assertThat(claim(true).caseId()).isEqualTo(SECOND);
        assertThat(claim(false).caseId()).isEqualTo(FIRST);
        assertThat(next()).isEmpty();
    }

    @Test
    void aCaseIsInOneHandUntilItsLeaseHasRunOut() {
        mark(FIRST);
        Lease lease = claim(false);

        clock.pass(LEASE.minusSeconds(1));
        assertThat(next()).isEmpty();
        tables.in(() -> {
            leases.renew(List.of(lease));
            return true;
        });
        clock.pass(Duration.ofSeconds(2));
        assertThat(next()).as("renewed").isEmpty();

        clock.pass(LEASE);
        assertThat(next()).isPresent();
    }

    @Test
    void aCaseThatHasChangedMeanwhileIsDueAgain() {
        mark(FIRST);
        Lease lease = claim(false);
        mark(FIRST);

        release(lease);

        release(claim(false));
        assertThat(next()).isEmpty();
    }

    @Test
    void aRingIsAnsweredThoughItCameWhileTheCaseWasInHand() {
        mark(FIRST);
        Lease lease = claim(false);
        ring(FIRST);

        release(lease);

        assertThat(claim(false).look()).isTrue();
    }

    @Test
    void whatWaitsForABetterTimeIsDueWhenThatHasCome() {
        mark(FIRST);
        Lease lease = claim(false);
        tables.in(() -> {
            leases.defer(lease, clock.instant().plusSeconds(60), "away", true);
            return true;
        });
        assertThat(next()).isEmpty();

        tables.in(() -> {
            leases.hurry();
            return true;
        });

        assertThat(next()).isPresent();
    }

    @Test
    void whatWaitsForLongIsCounted() {
        mark(FIRST);
        clock.pass(Duration.ofMinutes(10));
        mark(SECOND);
        clock.pass(Duration.ofMinutes(6));

        assertThat(tables.in(() -> leases.overdue(Duration.ofMinutes(15)))).isEqualTo(1);
        Lease busy = claim(false);
        mark(FIRST);
        release(busy);
        assertThat(tables.in(() -> leases.overdue(Duration.ofMinutes(15))))
                .as("only its last change waits")
                .isZero();
    }

    @Test
    void whoHasLostACaseLaysNothingDown() {
        mark(FIRST);
        Lease old = claim(false);
        clock.pass(LEASE.plusSeconds(1));
        Lease young = claim(false);

        release(old);
        assertThat(next()).isEmpty();

        release(young);
        clock.pass(LEASE.plusSeconds(1));
        assertThat(next()).isEmpty();
    }

    @Test
    void aCaseThatFailsIsDueLaterAndItsFailuresAreCounted() {
        mark(FIRST);
        defer(claim(false), true);
        assertThat(next()).isEmpty();

        clock.pass(Duration.ofSeconds(5));
        Lease again = claim(false);
        assertThat(again.attempts()).isEqualTo(1);

        defer(again, false);
        clock.pass(Duration.ofSeconds(5));
        assertThat(claim(false).attempts()).as("nobody could call").isEqualTo(1);
    }

    @Test
    void whatWasNeverSentIsMarkedOnceAndWhatHasALinkIsNot() {
        tables.in(() -> {
            new Sql(tables.dataSource())
                    .change(
                            "insert into sync_link (case_id, agreed_ours, agreed_theirs, position, parts, look, health, about)"
                                    + " values (?, '{}', '{}', 0, 0, false, 'HEALTHY', 'CASE')",
                            SECOND.value());
            leases.markUnlinked(List.of(FIRST, SECOND));
            leases.markUnlinked(List.of(FIRST, SECOND));
            return true;
        });

        assertThat(tables.in(() -> leases.waiting(10))).containsExactly(FIRST);
        release(claim(false));
        assertThat(next()).isEmpty();
    }

    @Test
    void aHintIsNotLost() {
        mark(FIRST);
        tables.in(() -> {
            leases.mark(List.of(FIRST), true, true);
            leases.mark(List.of(FIRST), false, false);
            return true;
        });

        assertThat(claim(false).look()).isTrue();
    }

    private void mark(CaseId caseId) {
        mark(caseId, false);
    }

    private void ring(CaseId caseId) {
        mark(caseId, true);
    }

    private void mark(CaseId caseId, boolean ring) {
        tables.in(() -> {
            leases.mark(List.of(caseId), ring, ring);
            return true;
        });
    }

    private Lease claim(boolean newest) {
        return tables.in(() -> leases.claim(newest)).orElseThrow();
    }

    private Optional<Lease> next() {
        return tables.in(() -> leases.claim(false));
    }

    private void release(Lease lease) {
        tables.in(() -> {
            leases.release(lease);
            return true;
        });
    }

    private void defer(Lease lease, boolean failed) {
        tables.in(() -> {
            leases.defer(lease, clock.instant().plusSeconds(5), "away", failed);
            return true;
        });
    }
}
