package cl.buzon.connector.schedule;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When something that failed is tried again: after twice as long each time, up to a minute, and never all at once. */
final class RetrySchedule {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DOUBLINGS = 6;

    private final RandomGenerator random;
    private final Duration longest;

    RetrySchedule(RandomGenerator random) {
        this(random, LONGEST);
    }

    /** @param longest pause, if it is shorter than a minute */
    RetrySchedule(RandomGenerator random, Duration longest) {
        this.random = random;
        this.longest = longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
    }

    /**
     * A pause between half of its length and all of it.
     *
     * @param failures that came before, one at least
     */
    Duration pause(int failures) {
        long seconds = Math.min(longest.toSeconds(), 1L << Math.min(DOUBLINGS, Math.max(0, failures - 1)));
        long millis = Duration.ofSeconds(seconds).toMillis();
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }
}
