package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = CheapPasswords.create();

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = passwords.hash("correspondencia 24");

        assertThat(passwords.matches("correspondencia 24", hash)).isTrue();
        assertThat(passwords.matches("correspondencia 25", hash)).isFalse();
    }

    @Test
    void theSamePasswordIsNeverHashedToTheSameTwice() {
        assertThat(passwords.hash("correspondencia 24")).isNotEqualTo(passwords.hash("correspondencia 24"));
    }

    @Test
    void aHashOfAnotherCostIsOutdated() {
        assertThat(passwords.isOutdated(CheapPasswords.older().hash("correspondencia 24")))
                .isTrue();
        assertThat(passwords.isOutdated(passwords.hash("correspondencia 24"))).isFalse();
    }

    @Test
    void inProductionAHashCostsWhatItMust() {
        assertThat(Argon2Hash.Cost.CURRENT).isEqualTo(new Argon2Hash.Cost(47104, 1, 1));
    }

    @Test
    void moreThanRunAtOnceTakeTurns() {
        boolean allMatch = IntStream.range(0, 12)
                .parallel()
                .allMatch(i -> passwords.matches("correspondencia " + i, passwords.hash("correspondencia " + i)));

        assertThat(allMatch).isTrue();
    }

    @Test
    void whoWouldWaitTooLongIsSentAway() {
        assertThatThrownBy(() -> CheapPasswords.busy().hash("correspondencia 24"))
                .isInstanceOf(Passwords.Busy.class);
    }
}
