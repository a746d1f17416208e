package cl.buzon.connector.schedule;

import cl.buzon.desk.SyncStatus.Condition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration MOST_PATIENCE = Duration.ofHours(1);
    private static final Duration STRANGER = Duration.ofSeconds(30);
    private static final Duration LONG_A_STRANGER = Duration.ofMinutes(5);

    private final Clock clock;
    private final RetrySchedule schedule;
    private Condition condition = Condition.WORKING;
    private final Set<Object> failed = new HashSet<>();
    private int failures;

    /** Whether somebody tries just now whether it works again, and who. */
    private boolean trying;

    private @Nullable Object trier;

    private Instant shutUntil = Instant.MIN;

    /** @param longest that it stays shut when nobody answers, so that nobody waits longer than for a poll */
    Gate(Clock clock, RandomGenerator random, Duration longest) {
        this.clock = clock;
        this.schedule = new RetrySchedule(random, longest);
    }

    synchronized boolean isOpen() {
        return !clock.instant().isBefore(shutUntil);
    }

    synchronized Condition condition() {
        return condition;
    }

    /** For how long not even whoever has a case in hand may call, because we were asked to be patient. */
    synchronized Optional<Duration> patience() {
        return condition == Condition.THROTTLED && !trying && !isOpen()
                ? Optional.of(Duration.between(clock.instant(), shutUntil))
                : Optional.empty();
    }

    /** Somebody calls now: as long as nobody knows whether that works, everybody else waits for what comes of it. */
    synchronized void calling(Object who) {
        if (condition != Condition.WORKING) {
            trying = true;
            trier = who;
            shut(STRANGER);
        }
    }

    /** Somebody calls no more: when they have learned nothing, the next may try at once. */
    synchronized void done(Object who) {
        if (trying && who.equals(trier)) {
            trying = false;
            shutUntil = Instant.MIN;
        }
    }

    /**
     * What was asked before we were sent away may still be answered after: that opens nothing.
     *
     * @return whether it can be reached again
     */
    synchronized boolean answered() {
        boolean sentAway = condition == Condition.THROTTLED || condition == Condition.UNAUTHORIZED;
        if (sentAway && !trying && !isOpen()) {
            return false;
        }
        boolean again = condition != Condition.WORKING;
        condition = Condition.WORKING;
        failed.clear();
        failures = 0;
        trying = false;
        shutUntil = Instant.MIN;
        return again;
    }

    /** @param who could not get through: one alone may be its own reason */
    synchronized void unreachable(Object who) {
        trying = false;
        failures++;
        failed.add(who);
        if (condition == Condition.UNREACHABLE || (failures >= CHANCE && failed.size() > 1)) {
            condition = Condition.UNREACHABLE;
            shut(schedule.pause(failures - CHANCE + 1));
        }
    }

    /** @param after what it asks for, absent when it says nothing */
    synchronized void throttled(@Nullable Duration after) {
        trying = false;
        condition = Condition.THROTTLED;
        Duration asked = after == null || after.isNegative() ? PATIENCE : after;
        Duration enough = asked.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : asked;
        shut(enough.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : enough);
    }

    synchronized void unauthorized() {
        trying = false;
        failures = condition == Condition.UNAUTHORIZED ? failures + 1 : 1;
        condition = Condition.UNAUTHORIZED;
        Duration pause = STRANGER.multipliedBy(1L << Math.min(4, failures - 1));
        shut(pause.compareTo(LONG_A_STRANGER) > 0 ? LONG_A_STRANGER : pause);
    }

    private void shut(Duration pause) {
        shutUntil = clock.instant().plus(pause);
    }
}
