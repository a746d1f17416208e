package cl.buzon.connector.schedule;

import cl.buzon.desk.SyncStatus.Condition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the other side may be called at all. It shuts when it cannot be reached several times in a row, when it asks for
 * patience and when it does not know us, and opens by itself for one call that tries; no case pays for it.
 */
final class Gate {

    /** Failures in a row that may be chance. */
    private static final int CHANCE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOST_PATIENCE = Duration.ofHours(1);
    private static final Duration STRANGER = Duration.ofSeconds(30);
    private static final Duration LONG_A_STRANGER = Duration.ofMinutes(5);

    private final Clock clock;
    private final RetrySchedule schedule;
    private Condition condition = Condition.WORKING;
    private int failures;
    private Instant shutUntil = Instant.MIN;

    Gate(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.schedule = new RetrySchedule(random);
    }

    synchronized boolean isOpen() {
        return !clock.instant().isBefore(shutUntil);
    }

    synchronized Condition condition() {
        return condition;
    }

    /** Somebody calls now: as long as nobody knows whether that works, everybody else waits for what comes of it. */
    synchronized void calling() {
        if (condition != Condition.WORKING) {
            shut(STRANGER);
        }
    }

    synchronized void answered() {
        condition = Condition.WORKING;
        failures = 0;
        shutUntil = Instant.MIN;
    }

    synchronized void unreachable() {
        failures++;
        if (failures >= CHANCE) {
            condition = Condition.UNREACHABLE;
            shut(schedule.pause(failures - CHANCE + 1));
        }
    }

    /** @param after what it asks for, absent when it says nothing */
    synchronized void throttled(@Nullable Duration after) {
        condition = Condition.THROTTLED;
        Duration asked = after == null || after.isNegative() ? PATIENCE : after;
        shut(asked.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : asked);
    }

    synchronized void unauthorized() {
        failures = condition == Condition.UNAUTHORIZED ? failures + 1 : 1;
        condition = Condition.UNAUTHORIZED;
        Duration pause = STRANGER.multipliedBy(1L << Math.min(4, failures - 1));
        shut(pause.compareTo(LONG_A_STRANGER) > 0 ? LONG_A_STRANGER : pause);
    }

    private void shut(Duration pause) {
        shutUntil = clock.instant().plus(pause);
    }
}
