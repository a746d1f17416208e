package cl.buzon.connector.http;

import cl.buzon.connector.spi.RemoteFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets so many calls out at once, first come first served, and no faster than allowed. */
final class Turns {

    private final Semaphore free;
    private final Pace pace;

    Turns(int parallel, Pace pace) {
        this.free = new Semaphore(parallel, true);
        this.pace = pace;
    }

    /** @throws RemoteFailure.Unreachable when no turn comes in time */
    Turn take(Duration patience) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RemoteFailure.Unreachable("All calls at once are busy with others", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure.Unreachable("Interrupted while waiting for a turn", e);
        }
        Turn turn = new Turn(free);
        try {
            pace.keep();
            return turn;
        } catch (InterruptedException e) {
            turn.close();
            Thread.currentThread().interrupt();
            throw new RemoteFailure.Unreachable("Interrupted while waiting for a turn", e);
        }
    }

    /** A call's turn, given back once however often it is closed. */
    static final class Turn implements AutoCloseable {
        private final Semaphore free;
        private final AtomicBoolean given = new AtomicBoolean();

        private Turn(Semaphore free) {
            this.free = free;
        }

        @Override
        public void close() {
            if (given.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
