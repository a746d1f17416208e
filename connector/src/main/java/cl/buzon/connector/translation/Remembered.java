package cl.buzon.connector.translation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A few answers to look-ups, kept for a while; that something is not there is forgotten sooner. Safe for threads. */
public final class Remembered<T> {

    private static final int MAX = 2000;
    private static final Duration FOUND = Duration.ofHours(1);
    private static final Duration NOT_FOUND = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > MAX;
        }
    };

    private record Kept<T>(Optional<T> answer, Instant until) {}

    public Remembered(Clock clock) {
        this.clock = clock;
    }

    /** What is remembered: nothing, something, or that there is nothing. */
    public synchronized Optional<Optional<T>> get(String question) {
        Kept<T> known = kept.get(question);
        return known == null || !clock.instant().isBefore(known.until())
                ? Optional.empty()
                : Optional.of(known.answer());
    }

    public synchronized Optional<T> put(String question, Optional<T> answer) {
        Instant until = clock.instant().plus(answer.isPresent() ? FOUND : NOT_FOUND);
        kept.put(question, new Kept<>(answer, until));
        return answer;
    }
}
