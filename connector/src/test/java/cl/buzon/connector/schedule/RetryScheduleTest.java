package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(new Random(1));

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "1000000, 60"})
    void pausesGrowToAMinuteAndAreNeverQuiteTheSame(int failures, int seconds) {
        Duration longest = Duration.ofSeconds(seconds);
        for (int i = 0; i < 1_000; i++) {
            assertThat(schedule.pause(failures)).isBetween(longest.dividedBy(2), longest);
        }
    }
}
