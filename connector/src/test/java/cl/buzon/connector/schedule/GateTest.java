package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.SyncStatus.Condition;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateTest {

    private final MovedClock clock = new MovedClock();
    private final Gate gate = new Gate(clock, new Random(1), Duration.ofSeconds(15));

    @Test
    void aFailureOrTwoMayBeChance() {
        gate.unreachable("a");
        gate.unreachable("b");

        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.condition()).isEqualTo(Condition.WORKING);
    }

    @Test
    void itShutsWhenNobodyAnswersAndLetsOneTry() {
        for (int i = 0; i < 3; i++) {
            gate.unreachable("case " + i);
        }
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.condition()).isEqualTo(Condition.UNREACHABLE);

        clock.pass(Duration.ofSeconds(1));
        assertThat(gate.isOpen()).isTrue();
        gate.calling("somebody");
        assertThat(gate.isOpen()).as("for others").isFalse();

        gate.answered();
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.condition()).isEqualTo(Condition.WORKING);
    }

    /** A case whose calls are never answered is its own reason. */
    @Test
    void oneAloneShutsItForNobody() {
        for (int i = 0; i < 10; i++) {
            gate.unreachable("the same case");
        }

        assertThat(gate.isOpen()).isTrue();
        gate.unreachable("poll");
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void itNeverStaysShutForLongerThanFromPollToPoll() {
        for (int i = 0; i < 40; i++) {
            gate.unreachable("case " + i);
        }

        clock.pass(Duration.ofSeconds(15));

        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void whatWasAskedBeforeWeWereSentAwayOpensNothing() {
        gate.throttled(Duration.ofSeconds(20));

        assertThat(gate.answered()).isFalse();
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.patience()).contains(Duration.ofSeconds(20));
        clock.pass(Duration.ofSeconds(20));
        gate.calling("somebody");
        assertThat(gate.patience()).as("for whoever tries").isEmpty();
        assertThat(gate.answered()).isTrue();
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void noPatienceAtAllIsNotBelieved() {
        gate.throttled(Duration.ZERO);

        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void itIsPatientForAsLongAsItIsAsked() {
        gate.throttled(Duration.ofSeconds(20));

        clock.pass(Duration.ofSeconds(19));
        assertThat(gate.isOpen()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void itIsPatientForAMinuteWhenItIsNotToldAndForAnHourAtMost() {
        gate.throttled(null);
        clock.pass(Duration.ofSeconds(59));
        assertThat(gate.isOpen()).isFalse();

        gate.throttled(Duration.ofDays(9));
        clock.pass(Duration.ofHours(1));
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void aStrangerTriesMoreAndMoreSeldomUpToFiveMinutes() {
        Duration waited = Duration.ZERO;
        for (int i = 0; i < 6; i++) {
            gate.unauthorized();
            while (!gate.isOpen()) {
                clock.pass(Duration.ofSeconds(30));
                waited = waited.plusSeconds(30);
            }
        }

        assertThat(gate.condition()).isEqualTo(Condition.UNAUTHORIZED);
        assertThat(waited).isEqualTo(Duration.ofSeconds(30 + 60 + 120 + 240 + 300 + 300));
    }
}
