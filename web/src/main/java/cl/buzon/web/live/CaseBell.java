package cl.buzon.web.live;

import cl.buzon.desk.CaseWatch;
import cl.buzon.shared.CaseNumber;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * One open page that waits for its case. Between two rings it holds neither a thread nor a connection to the database;
 * after some minutes it sends the page to ask anew, so that nobody listens longer than their session lasts.
 */
final class CaseBell implements CaseWatch.Listener {

    private static final Logger LOG = System.getLogger(CaseBell.class.getName());

    /** How many beats a page listens before it has to ask again. */
    private static final int BEATS = 20;

    private final CaseNumber number;
    private final BellWire wire;
    private final LongSupplier version;
    private final Executor threads;
    private final AtomicBoolean called = new AtomicBoolean();
    private final AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
    private int beats;

    /** @param version asks for the version of the case as its listener may see it */
    CaseBell(CaseNumber number, BellWire wire, LongSupplier version, Executor threads) {
        this.number = number;
        this.wire = wire;
        this.version = version;
        this.threads = threads;
    }

    void endsWith(Runnable farewell) {
        end.set(farewell);
    }

    void open() {
        tell("now");
    }

    @Override
    public void changed(Set<CaseNumber> cases) {
        if ((cases.isEmpty() || cases.contains(number)) && called.compareAndSet(false, true)) {
            try {
                threads.execute(() -> {
                    called.set(false);
                    tell("ring");
                });
            } catch (RejectedExecutionException e) {
                leave();
            }
        }
    }

    /** The page looks by itself from now on. */
    @Override
    public void displaced() {
        wire.ring("enough", 0);
        leave();
    }

    void beat() {
        beats++;
        if (!wire.isOpen()) {
            leave();
        } else if (beats >= BEATS) {
            wire.ring("again", 0);
            leave();
        } else {
            wire.beat();
        }
    }

    private void tell(String event) {
        try {
            wire.ring(event, version.getAsLong());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "an open page of {0} is left: {1}", number, e.getMessage());
            leave();
        }
    }

    private void leave() {
        end.getAndSet(() -> {}).run();
        wire.cut();
    }
}
