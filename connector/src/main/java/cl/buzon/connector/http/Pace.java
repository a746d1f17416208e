package cl.buzon.connector.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets no more calls out in a second than allowed, evenly, so that a backlog does not use up what others need. */
public final class Pace {

    /** For whoever may call as often as it likes. */
    public static final Pace FREE = new Pace(0, System::nanoTime, Pace::sleep);

    private final long gap;
    private final LongSupplier nanos;
    private final Sleep sleep;
    private long next;

    /** How waiting is done. */
    @FunctionalInterface
    interface Sleep {
        void of(Duration time) throws InterruptedException;
    }

    private Pace(int rate, LongSupplier nanos, Sleep sleep) {
        this.gap = rate == 0 ? 0 : 1_000_000_000L / rate;
        this.nanos = nanos;
        this.sleep = sleep;
        this.next = nanos.getAsLong();
    }

    /** @param rate calls a second; 0 for no limit */
    public static Pace of(int rate) {
        return rate == 0 ? FREE : new Pace(rate, System::nanoTime, Pace::sleep);
    }

    /** With another clock and another way to wait. */
    static Pace of(int rate, LongSupplier nanos, Sleep sleep) {
        return new Pace(rate, nanos, sleep);
    }

    /** Waits until it is the next call's time. */
    void keep() throws InterruptedException {
        if (gap == 0) {
            return;
        }
        long wait = reserve();
        if (wait > 0) {
            sleep.of(Duration.ofNanos(wait));
        }
    }

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    private synchronized long reserve() {
        long now = nanos.getAsLong();
        long mine = next - now > 0 ? next : now;
        next = mine + gap;
        return mine - now;
    }
}
