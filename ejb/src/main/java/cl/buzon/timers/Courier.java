package cl.buzon.timers;

import cl.buzon.desk.DeliveryDesk;
import cl.buzon.desk.DeliveryDesk.Claimed;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Carries to webhooks what is due, looking every second. It has threads of its own, for a receiver that is slow holds one
 * for as long as it likes; what it has not delivered when it is stopped is due again once its lease has run out.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Courier {

    private static final Logger LOG = System.getLogger(Courier.class.getName());
    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);

    /** How many are carried at once by one node. */
    private static final int PARALLEL = 16;

    private static final int STEPS = 20;

    @Inject
    private DeliveryDesk desk;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory factory;

    private final Semaphore free = new Semaphore(PARALLEL);

    @SuppressWarnings("NullAway.Init")
    private ExecutorService threads;

    @PostConstruct
    void open() {
        threads = Executors.newFixedThreadPool(PARALLEL, factory);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void carry() {
        int idle = free.drainPermits();
        List<Claimed> claimed = idle == 0 ? List.of() : claim(idle);
        free.release(idle - claimed.size());
        claimed.forEach(this::carryOff);
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void forgetOld() {
        int steps = 0;
        while (desk.forgetOld(CLOCK) && steps < STEPS) {
            steps++;
        }
    }

    private void carryOff(Claimed first) {
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
    private void carryOn(Claimed first) {
        Optional<Claimed> next = Optional.of(first);
        while (next.isPresent()) {
            Claimed claimed = next.get();
            try {
                desk.send(CLOCK, claimed);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, claimed + " is left for later", e);
            }
            next = claim(1).stream().findFirst();
        }
    }

    private List<Claimed> claim(int most) {
        try {
            return desk.claim(CLOCK, most);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "nothing could be claimed: {0}", e.getMessage());
            return List.of();
        }
    }
}
