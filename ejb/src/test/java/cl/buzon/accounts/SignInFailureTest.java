package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.accounts.SignInFailure.Patience;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInFailureTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Patience PATIENCE = new Patience(3, Duration.ofSeconds(60));

    private final SignInFailure failure = new SignInFailure("name:camila", START);

    @Test
    void theFirstFailuresCostNothing() {
        fail(3, START);

        assertThat(failure.wait(START)).isZero();
    }

    @Test
    void thenEachDoublesTheDelayUpToALimit() {
        fail(4, START);
        assertThat(failure.wait(START)).hasSeconds(2);

        fail(1, START);
        assertThat(failure.wait(START)).hasSeconds(4);

        fail(45, START);
        assertThat(failure.wait(START)).hasSeconds(60);
    }

    @Test
    void nobodyIsLockedOutForEver() {
        fail(1000, START);

        assertThat(failure.wait(START.plusSeconds(60))).isZero();
    }

    @Test
    void afterAQuietHourAllIsForgotten() {
        fail(50, START);

        fail(1, START.plus(Duration.ofHours(1)).plusSeconds(1));

        assertThat(failure.wait(START.plus(Duration.ofHours(1)).plusSeconds(1))).isZero();
    }

    @Test
    void aTakenBackTryLeavesTheOthersCounted() {
        fail(4, START);
        failure.takeBack(START);
        assertThat(failure.wait(START)).isZero();

        fail(1, START);

        assertThat(failure.wait(START)).hasSeconds(2);
    }

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            failure.count(PATIENCE, at);
        }
    }
}
