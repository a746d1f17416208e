package cl.buzon.connector.schedule;

import cl.buzon.connector.link.Lease;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Postmen at work, as many at once as may call: each takes one case after another, as long as there is one. */
final class Shift {

    private static final Logger LOG = System.getLogger(Shift.class.getName());

    private final Postman postman;
    private final Executor threads;
    private final Semaphore free;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean called = new AtomicBoolean();

    /** @param parallel how many work at once */
    Shift(Postman postman, Executor threads, int parallel) {
        this.postman = postman;
        this.threads = threads;
        this.free = new Semaphore(parallel);
    }

    /** What is being worked on. */
    Set<Lease> held() {
        return held;
    }

    /** Looks for work now: something was committed, or is due. */
    void wake() {
        while (free.tryAcquire()) {
            Optional<Lease> next = claim();
            if (next.isEmpty() || !start(next.get())) {
                free.release();
                return;
            }
        }
    }

    /** For whoever must not wait, such as a request that has just been committed. */
    void wakeSoon() {
        if (called.compareAndSet(false, true)) {
            try {
                threads.execute(() -> {
                    called.set(false);
                    wake();
                });
            } catch (RejectedExecutionException stopping) {
                called.set(false);
            }
        }
    }

    private Optional<Lease> claim() {
        try {
            return postman.claim();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no case could be claimed: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private boolean start(Lease first) {
        try {
            threads.execute(() -> {
                try {
                    workOn(first);
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    /** As long as there is something, so that a backlog waits for no second. */
    private void workOn(Lease first) {
        Optional<Lease> next = Optional.of(first);
        while (next.isPresent()) {
            Lease lease = next.get();
            held.add(lease);
            try {
                postman.work(lease);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a case is left until its lease runs out", e);
            } finally {
                held.remove(lease);
            }
            next = claim();
        }
    }
}
