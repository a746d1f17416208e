package cl.buzon.connector.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other side's clock, known by the dates of its answers. */
public final class ServerClock {

    private final Clock ours;
    private volatile @Nullable Duration ahead;

    /** Its rows may have another time than its answers, if something in between dates these. */
    private volatile Duration rowsBehind = Duration.ZERO;

    private static final Duration CHANCE = Duration.ofSeconds(30);

    public ServerClock(Clock ours) {
        this.ours = ours;
    }

    public void hear(Answer answer) {
        RetryAfter.date(answer.headers().firstValue("Date").orElse(""))
                .ifPresent(date -> ahead = Duration.between(ours.instant(), date));
    }

    /** By how much it is ahead of ours; nothing before the first answer. */
    public Optional<Duration> ahead() {
        return Optional.ofNullable(ahead);
    }

    /** @param written the time of a row that has just been made */
    public void madeNow(Instant written) {
        ahead().ifPresent(by -> {
            Duration behind = Duration.between(written, ours.instant().plus(by));
            rowsBehind = behind.abs().compareTo(CHANCE) > 0 ? behind : Duration.ZERO;
        });
    }

    /** The time that a row would be given now. */
    public Optional<Instant> now() {
        return ahead().map(by -> ours.instant().plus(by).minus(rowsBehind));
    }
}
