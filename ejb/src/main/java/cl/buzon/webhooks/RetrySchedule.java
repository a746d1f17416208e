package cl.buzon.webhooks;

import cl.buzon.shared.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When to try again, and when no more. */
public final class RetrySchedule {

    /** How long after the first attempt there may be another. */
    public static final Duration PERSISTENCE = Duration.ofDays(3);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Pauses pauses;

    /**
     * @param pauses after the first, second, ... failed attempt; the last stands for all further ones
     * @param chance from 0 to 1
     */
    public RetrySchedule(List<Duration> pauses, DoubleSupplier chance) {
        this.pauses = new Pauses("buzon.webhooks.pauses", pauses, chance);
    }

    /**
     * When to try again; empty when it is time to give up.
     *
     * @param failed how many attempts have failed, at least one
     * @param first when the first of them was made
     */
    Optional<Instant> next(int failed, Instant first, Instant now) {
        return Optional.of(pauses.after(failed, now)).filter(time -> !time.isAfter(first.plus(PERSISTENCE)));
    }

    /** How long a webhook is left alone whose last attempts have all failed, whatever case they were about. */
    static Duration rest(int failedInARow) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failedInARow - 1, 10));
        return doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
    }
}
