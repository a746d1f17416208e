package cl.buzon.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the sync fares.
 *
 * @param system what is connected, in its people's words; empty when nothing is
 * @param lastSwitch who paused it last, or let it go on; absent when nobody ever has
 * @param queued cases that wait to be brought into step
 * @param oldest since when the first of them waits
 * @param late the first of them has waited for longer than operators want to be told of
 * @param lastExchange when the other side last answered well
 * @param parked cases that wait for a person
 * @param conflicts of the last 30 days
 * @param answerTime mean of today's answers
 * @param hours the last 24, oldest first
 */
public record SyncStatus(
        String system,
        Condition condition,
        @Nullable Switch lastSwitch,
        long queued,
        @Nullable Instant oldest,
        boolean late,
        @Nullable Instant lastExchange,
        long parked,
        long conflicts,
        long exchangesToday,
        long failuresToday,
        @Nullable Duration answerTime,
        List<Hour> hours) {

    public SyncStatus {
        hours = List.copyOf(hours);
    }

    /** What keeps it from working, if anything. */
    public enum Condition {
        WORKING,
        /** The other side does not answer, or not in a way that can be understood. */
        UNREACHABLE,
        /** The other side asked for patience. */
        THROTTLED,
        /** The other side does not accept our credentials. */
        UNAUTHORIZED,
        /** An operator has paused it. */
        PAUSED,
        /** No system is set. */
        NOT_CONNECTED
    }

    /**
     * Somebody paused it, or let it go on.
     *
     * @param by name of an operator
     */
    public record Switch(boolean paused, String by, Instant at) {}

    /** One hour's calls to the other side. */
    public record Hour(Instant start, long exchanges, long failures) {}
}
