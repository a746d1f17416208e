package cl.buzon.timers;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Carry what is due to others, on threads of their own, for a receiver that is slow holds one for as long as it likes. What
 * they have not delivered when they are stopped is due again once its lease has run out.
 *
 * @param <T> something that was claimed
 */
final class Porters<T> {

    private static final Logger LOG = System.getLogger(Porters.class.getName());

    private final IntFunction<List<T>> claim;
    private final Consumer<T> deliver;
    private final ExecutorService threads;
    private final Semaphore free;

    /**
     * @param most how much is carried at once by one node
     * @param claim takes in hand what is due, at most so many
     * @param deliver brings one to its receiver, and keeps what came of it
     */
    Porters(int most, ThreadFactory factory, IntFunction<List<T>> claim, Consumer<T> deliver) {
        this.claim = claim;
        this.deliver = deliver;
        this.threads = Executors.newFixedThreadPool(most, factory);
        this.free = new Semaphore(most);
    }

    /** Begins to carry as much as there are hands for. */
    void carry() {
        int idle = free.drainPermits();
        List<T> claimed = idle == 0 ? List.of() : claim(idle);
        free.release(idle - claimed.size());
        claimed.forEach(this::carryOff);
    }

    void stop() {
        threads.shutdownNow();
    }

    private void carryOff(T first) {
        try {
            threads.execute(() -> {
                try {
                    carryOn(first);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            free.release();
        }
    }

    /** As long as there is something, so that a quick receiver waits for no second. */
    private void carryOn(T first) {
        for (List<T> next = List.of(first); !next.isEmpty(); next = claim(1)) {
            T claimed = next.get(0);
            try {
                deliver.accept(claimed);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, claimed + " is left for later", e);
            }
        }
    }

    private List<T> claim(int most) {
        try {
            return claim.apply(most);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "nothing could be claimed: {0}", e.getMessage());
            return List.of();
        }
    }
}
