package cl.buzon.connector.schedule;

import static cl.buzon.connector.schedule.Postroom.FIRST;
import static cl.buzon.connector.schedule.Postroom.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.desk.SyncStatus.Condition;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a postman makes of each way in which a case does not get through. */
class PostmanTest {

    private final Postroom room = new Postroom();
    private final MovedClock clock = room.clock;
    private final Ledger ledger = room.ledger;
    private final Gate gate = room.gate;

    @Test
    void whoDoesNotAnswerIsTriedLaterAndLater() {
        room.mark(FIRST);

        work(() -> new RemoteFailure.Unreachable("away", null));

        assertThat(room.next()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(room.next().orElseThrow().attempts()).isEqualTo(1);
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void whoAsksForPatienceStopsEverybodyAndNoCasePaysForIt() {
        room.mark(FIRST);
        room.mark(SECOND);

        Postman postman = work(() -> new RemoteFailure.Throttled("slow", Duration.ofSeconds(30)));

        assertThat(room.in(postman::claim)).isEmpty();
        assertThat(gate.condition()).isEqualTo(Condition.THROTTLED);
        clock.pass(Duration.ofSeconds(30));
        assertThat(room.in(postman::claim).orElseThrow().attempts()).isZero();
    }

    @Test
    void whoDoesNotKnowUsStopsEverybodyAndNoCasePaysForIt() {
        room.mark(FIRST);

        Postman postman = work(() -> new RemoteFailure.Unauthorized("who"));

        assertThat(room.in(postman::claim)).isEmpty();
        assertThat(gate.condition()).isEqualTo(Condition.UNAUTHORIZED);
        clock.pass(Duration.ofSeconds(30));
        assertThat(room.in(postman::claim).orElseThrow().attempts()).isZero();
    }

    @Test
    void whatIsRefusedWaitsForAPersonAloneWithWhatWasAskedAndAnswered() {
        room.mark(FIRST);

        work(() -> new RemoteFailure.Refused("no such field", "POST /x", "400 no"));

        assertThat(room.next()).isEmpty();
        Health health = ledger.find(FIRST).orElseThrow().health();
        assertThat(health.state()).isEqualTo(Health.State.PARKED);
        assertThat(health.reason()).isEqualTo("no such field");
        assertThat(health.request()).isEqualTo("POST /x");
        assertThat(health.answer()).isEqualTo("400 no");
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void aCaseOnWhichWeFallIsLeftToAPerson() {
        room.mark(FIRST);

        work(() -> new IllegalStateException("poison"));

        assertThat(room.next()).isEmpty();
        assertThat(ledger.find(FIRST).orElseThrow().health().reason()).isEqualTo("poison");
    }

    @Test
    void aDatabaseThatIsAwayParksNobody() {
        room.mark(FIRST);

        work(() -> new IllegalStateException("no database", new SQLException("gone")));

        assertThat(ledger.find(FIRST)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(room.next().orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    void aCaseOfWhichTheDatabaseWillNotHaveARowIsLeftToAPersonAfterTheUsualTries() {
        room.mark(FIRST);

        for (int tries = 0; tries <= Reconciler.TRIES; tries++) {
            assertThat(ledger.find(FIRST)).isEmpty();
            work(() -> new IllegalStateException("no such row", new SQLException("twice", "23505")));
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(room.next()).isEmpty();
        assertThat(ledger.find(FIRST).orElseThrow().health().reason()).isEqualTo("no such row");
    }

    @Test
    void whoTriedWithoutACallLeavesTheGateToTheNext() {
        gate.throttled(Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(10));
        room.mark(FIRST);

        Postman postman = work(() -> new IllegalStateException("poison"));
        room.mark(SECOND);

        assertThat(room.in(postman::claim)).isPresent();
    }

    @Test
    void whoIsCutOffInTheMiddleCountsAsOutOfReach() {
        room.mark(FIRST);
        room.mark(SECOND);

        for (int i = 0; i < 4; i++) {
            work(() -> new RemoteFailure.OutcomeUnknown("cut", false, null));
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(gate.condition()).isEqualTo(Condition.UNREACHABLE);
    }

    @Test
    void nobodyWorksWhileAnOperatorHasPausedIt() {
        room.mark(FIRST);
        room.in(() -> {
            room.state.pause(true, "Olga");
            return true;
        });

        Postman postman = room.postman(() -> new IllegalStateException("not asked"));

        assertThat(room.in(postman::claim)).isEmpty();
        assertThat(room.in(() -> postman.listen(Duration.ofSeconds(15)))).isFalse();
    }

    @Test
    void whereListeningIsNotGrantedSendingGoesOn() {
        Postman postman = room.postman(() -> new RemoteFailure.Refused("no right", "GET journal", "403"));

        for (int i = 0; i < 5; i++) {
            room.in(() -> postman.listen(Duration.ofSeconds(15)));
            clock.pass(Duration.ofSeconds(15));
        }

        assertThat(gate.isOpen()).isTrue();
    }

    private Postman work(Supplier<RuntimeException> failure) {
        Postman postman = room.postman(failure);
        Lease lease = room.in(postman::claim).orElseThrow();
        room.in(() -> {
            postman.work(lease);
            return true;
        });
        return postman;
    }
}
