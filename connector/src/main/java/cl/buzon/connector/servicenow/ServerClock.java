package cl.buzon.connector.servicenow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other side's clock, known by the dates of its answers. */
final class ServerClock {

    private final Clock ours;
    private volatile @Nullable Duration ahead;

    ServerClock(Clock ours) {
        this.ours = ours;
    }

    void hear(Answer answer) {
        RetryAfter.date(answer.headers().firstValue("Date").orElse(""))
                .ifPresent(date -> ahead = Duration.between(ours.instant(), date));
    }

    /** By how much it is ahead of ours; nothing before the first answer. */
    Optional<Duration> ahead() {
        return Optional.ofNullable(ahead);
    }

    Optional<Instant> now() {
        return ahead().map(ours.instant()::plus);
    }
}
