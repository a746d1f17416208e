package cl.buzon.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofHours(4));

    @Test
    void pausesGrowAndTheLastStaysForThreeDays() {
        RetrySchedule schedule = new RetrySchedule(PAUSES, () -> 0.5);

        List<Duration> pauses = new ArrayList<>();
        Instant now = FIRST;
        Optional<Instant> next = schedule.next(1, FIRST, now);
        while (next.isPresent()) {
            pauses.add(Duration.between(now, next.get()));
            now = next.get();
            next = schedule.next(pauses.size() + 1, FIRST, now);
        }

        assertThat(pauses.subList(0, 4))
                .containsExactly(
                        Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofHours(4), Duration.ofHours(4));
        assertThat(Duration.between(FIRST, now)).isBetween(Duration.ofHours(68), Duration.ofDays(3));
    }

    @Test
    void chanceSpreadsThemByAFifth() {
        assertThat(new RetrySchedule(PAUSES, () -> 0.0).next(1, FIRST, FIRST)).contains(FIRST.plusSeconds(8));
        assertThat(new RetrySchedule(PAUSES, () -> 1.0).next(1, FIRST, FIRST)).contains(FIRST.plusSeconds(12));
    }

    @Test
    void aWebhookThatFailsIsLeftAloneForAMinuteAtMost() {
        assertThat(RetrySchedule.rest(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(RetrySchedule.rest(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(RetrySchedule.rest(7)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetrySchedule.rest(1_000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void noPauseIsNothing() {
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ZERO), () -> 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
