package cl.buzon.connector.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All that is not certain in a history: when things happen, and what goes wrong. The same seed gives the same history. */
final class Chaos extends Clock {

    final Random random;
    private final List<Late> late = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-02T12:00:00Z");
    private boolean calm;

    /** The machine has gone away between two steps. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private record Late(Instant at, Runnable what) {}

    Chaos(long seed) {
        this.random = new Random(seed);
    }

    void calmDown() {
        calm = true;
    }

    /** One in so many times, as long as there are faults. */
    boolean strikes(int oneIn) {
        return !calm && random.nextInt(oneIn) == 0;
    }

    void mayCrash() {
        if (strikes(60)) {
            throw new Crash();
        }
    }

    void later(Duration after, Runnable what) {
        late.add(new Late(now.plus(after), what));
    }

    void pass(Duration time) {
        now = now.plus(time);
        List<Late> due = late.stream().filter(one -> !one.at.isAfter(now)).toList();
        late.removeAll(due);
        due.forEach(one -> one.what.run());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
