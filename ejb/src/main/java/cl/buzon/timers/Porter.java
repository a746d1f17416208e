package cl.buzon.timers;

import cl.buzon.desk.BulkWorkDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Works through files of many claims, one row after the other and the files in turns, so that a large one does not hold
 * up a small one. It looks every second; what is under way when it is stopped goes on wherever somebody looks next.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Porter {

    private static final Logger LOG = System.getLogger(Porter.class.getName());
    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);

    /** Rows of one turn. */
    private static final int TURN = 25;

    private static final int STEPS = 20;

    @Inject
    private BulkWorkDesk desk;

    @Resource
    private ManagedExecutorService threads;

    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @PreDestroy
    void stop() {
        stopping.set(true);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        if (busy.compareAndSet(false, true)) {
            try {
                threads.execute(this::carry);
            } catch (RejectedExecutionException later) {
                busy.set(false);
            }
        }
    }

    @Schedule(hour = "4", minute = "53", persistent = false)
    void forgetOld() {
        int steps = 0;
        while (desk.forgetOld(CLOCK) && steps < STEPS) {
            steps++;
        }
    }

    private void carry() {
        try {
            Optional<UUID> file = desk.claim(CLOCK);
            while (file.isPresent() && !stopping.get()) {
                turn(file.get());
                file = desk.claim(CLOCK);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "files of many claims are left for later", e);
        } finally {
            busy.set(false);
        }
    }

    private void turn(UUID file) {
        int done = 0;
        Optional<Integer> row = desk.next(CLOCK, file);
        while (row.isPresent() && done < TURN && !stopping.get()) {
            open(file, row.get());
            done++;
            row = desk.next(CLOCK, file);
        }
        desk.release(CLOCK, file);
    }

    private void open(UUID file, int row) {
        try {
            desk.open(CLOCK, file, row);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "row " + row + " of the file " + file + " is left out", e);
            desk.giveUp(CLOCK, file, row);
        }
    }
}
