package cl.buzon.sandbox.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The instance's own clock, which goes along with another one but can be set wrong or moved. */
public final class SandboxClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    public SandboxClock(Clock base) {
        this.base = base;
    }

    /** Moves the clock on, or back with a negative duration. */
    public void move(Duration by) {
        offset.updateAndGet(now -> now.plus(by));
    }

    /** How far it is ahead of the clock that it goes along with; negative when it is behind. */
    public void skew(Duration ahead) {
        offset.set(ahead);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the instance keeps UTC");
    }
}
