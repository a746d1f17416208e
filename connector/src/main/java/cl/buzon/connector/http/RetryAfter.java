package cl.buzon.connector.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads for how long the other side wants to be left alone, and believes only what is sane. */
public final class RetryAfter {

    /** Rate rules count by the hour; nobody means more than that. */
    public static final Duration MAX = Duration.ofHours(1);

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** Nothing when it says nothing, or nothing that makes sense. */
    public @Nullable Duration of(Answer answer) {
        String told = answer.headers().firstValue("Retry-After").orElse("").strip();
        Duration wait = told.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(told)) : until(told, answer);
        if (wait == null || wait.isNegative()) {
            return null;
        }
        return wait.compareTo(MAX) > 0 ? null : wait;
    }

    /** A date is one of its own clock, if it tells that. */
    private @Nullable Duration until(String date, Answer answer) {
        Instant now = date(answer.headers().firstValue("Date").orElse("")).orElseGet(clock::instant);
        return date(date).map(then -> Duration.between(now, then)).orElse(null);
    }

    public static Optional<Instant> date(String header) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
