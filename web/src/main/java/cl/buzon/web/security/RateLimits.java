package cl.buzon.web.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How much a token may ask of this node: so many calls at once, and so many a second in the long run. The headers that say
 * how it stands are those of the IETF's draft on rate limits.
 */
final class RateLimits {

    /** Tokens whose count is kept; who has not called for longest begins anew. */
    private static final int MAX_TOKENS = 10_000;

    private final long rate;
    private final long burst;
    private final TimeMeter clock;

    private final Map<UUID, Bucket> buckets = new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Bucket> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    /**
     * @param rate calls a second; none for no limit
     * @param burst calls at once, at least one
     */
    RateLimits(long rate, long burst, TimeMeter clock) {
        this.rate = rate;
        this.burst = Math.max(burst, 1);
        this.clock = clock;
    }

    /** Counts a call and says in the answer's headers how the token stands; false when it is one too many. */
    boolean allows(UUID token, HttpServletResponse answer) {
        if (rate <= 0) {
            return true;
        }
        ConsumptionProbe probe = bucket(token).tryConsumeAndReturnRemaining(1);
        answer.setHeader("RateLimit-Limit", Long.toString(burst));
        answer.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        answer.setHeader("RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            answer.setHeader("Retry-After", seconds(probe.getNanosToWaitForRefill()));
        }
        return probe.isConsumed();
    }

    private Bucket bucket(UUID token) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(token, unknown -> Bucket.builder()
                    .withCustomTimePrecision(clock)
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(rate, Duration.ofSeconds(1)))
                    .build());
        }
    }

    /** Whole ones, and never none while there is something to wait for. */
    private static String seconds(long nanos) {
        return Long.toString((nanos + Duration.ofSeconds(1).toNanos() - 1)
                / Duration.ofSeconds(1).toNanos());
    }
}
