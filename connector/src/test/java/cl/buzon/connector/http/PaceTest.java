package cl.buzon.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<Duration> waited = new ArrayList<>();

    @Test
    void callsGoOutEvenlyAndNoneIsSavedUp() throws InterruptedException {
        Pace pace = Pace.of(10, nanos::get, time -> {
            waited.add(time);
            nanos.addAndGet(time.toNanos());
        });

        for (int i = 0; i < 3; i++) {
            pace.keep();
        }
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        pace.keep();
        pace.keep();

        assertThat(waited).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100));
    }

    @Test
    void withoutALimitNobodyWaits() throws InterruptedException {
        Pace pace = Pace.of(0, nanos::get, waited::add);

        pace.keep();
        pace.keep();

        assertThat(waited).isEmpty();
    }
}
