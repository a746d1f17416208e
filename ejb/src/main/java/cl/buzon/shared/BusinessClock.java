package cl.buzon.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of the house, to the microsecond that the database keeps. Work that must appear to have happened at
 * another time, such as loading a history, runs inside {@link #runAt}.
 */
@ApplicationScoped
public class BusinessClock extends Clock {

    /** The zone in which days begin and end for customers. */
    public static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    private static final ThreadLocal<Instant> MOVED = new ThreadLocal<>();

    /** Runs the work with this clock standing at the given time, for the calling thread only. */
    public void runAt(Instant time, Runnable work) {
        MOVED.set(time);
        try {
            work.run();
        } finally {
            MOVED.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant moved = MOVED.get();
        return (moved == null ? Instant.now() : moved).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return SANTIAGO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
