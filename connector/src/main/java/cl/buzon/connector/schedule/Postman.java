package cl.buzon.connector.schedule;

import cl.buzon.connector.link.Lease;
import cl.buzon.connector.reconcile.Next;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Works on one case after the other, and listens for what has changed on the other side; many can do so at once. */
final class Postman {

    private static final Logger LOG = System.getLogger(Postman.class.getName());

    /** One claim in so many takes the newest case, lest it wait behind a backlog. */
    private static final int FAIR_SHARE = 4;

    /** How the SQL states of violated constraints begin. */
    private static final String CONSTRAINT = "23";

    private final Leases leases;
    private final SyncState state;
    private final Reconciler reconciler;
    private final TicketingSystem remote;
    private final Gate gate;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final AtomicInteger claims = new AtomicInteger();
    private final AtomicBoolean listening = new AtomicBoolean();

    Postman(
            Leases leases,
            SyncState state,
            Reconciler reconciler,
            TicketingSystem remote,
            Gate gate,
            Clock clock,
            RandomGenerator random) {
        this.leases = leases;
        this.state = state;
        this.reconciler = reconciler;
        this.remote = remote;
        this.gate = gate;
        this.schedule = new RetrySchedule(random);
        this.clock = clock;
    }

    /** A case that is due, as long as the other side may be called. */
    Optional<Lease> claim() {
        if (!gate.isOpen() || state.isPaused()) {
            return Optional.empty();
        }
        Optional<Lease> next = leases.claim(claims.incrementAndGet() % FAIR_SHARE == 0);
        next.ifPresent(lease -> gate.calling(lease.token()));
        return next;
    }

    /** Works on a case, and lays it down whatever happens. */
    void work(Lease lease) {
        try {
            reconcile(lease);
        } finally {
            gate.done(lease.token());
        }
    }

    private void reconcile(Lease lease) {
        try {
            settle(lease, reconciler.bringIntoStep(lease));
        } catch (Lease.Lost lost) {
            LOG.log(Level.DEBUG, "{0}", lost.getMessage());
        } catch (RemoteFailure.Throttled throttled) {
            gate.throttled(throttled.after().orElse(null));
            leases.defer(lease, clock.instant(), words(throttled), false);
        } catch (RemoteFailure.Unauthorized stranger) {
            gate.unauthorized();
            leases.defer(lease, clock.instant(), words(stranger), false);
        } catch (RemoteFailure.Unreachable away) {
            gate.unreachable(lease.caseId());
            leases.defer(lease, later(lease), words(away), true);
        } catch (RuntimeException ours) {
            fallen(lease, ours);
        }
    }

    /**
     * A database that is away is nothing that a person could do about one case; anything else here is. A row that it will
     * not have may be one that somebody else has just written, and else is the case's own.
     */
    private void fallen(Lease lease, RuntimeException ours) {
        if (isDatabases(ours) && !(isForbidden(ours) && lease.attempts() >= Reconciler.TRIES)) {
            LOG.log(Level.WARNING, "a case waits for the database: {0}", words(ours));
            leases.defer(lease, later(lease), words(ours), true);
        } else {
            LOG.log(Level.ERROR, "a case is left to a person: " + lease.caseId().value(), ours);
            park(lease, words(ours));
        }
    }

    private static boolean isDatabases(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException || one instanceof PersistenceException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a constraint of the tables forbids it. */
    private static boolean isForbidden(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(CONSTRAINT)) {
                return true;
            }
        }
        return false;
    }

    private void settle(Lease lease, Next next) {
        if (next.cutOff()) {
            gate.unreachable(lease.caseId());
        }
        Instant at = next.at();
        if (at == null) {
            leases.release(lease);
        } else if (next.reason() == null) {
            leases.defer(lease, at, "", false);
        } else {
            Instant retry = later(lease);
            leases.defer(lease, at.isAfter(retry) ? at : retry, next.reason(), true);
        }
    }

    private void park(Lease lease, String reason) {
        try {
            reconciler.park(lease, reason);
            leases.release(lease);
        } catch (RuntimeException again) {
            // Not even that could be written: it is found due again when the lease has run out
            LOG.log(Level.ERROR, "a case could not be parked: " + lease.caseId().value(), again);
        }
    }

    private Instant later(Lease lease) {
        return clock.instant().plus(schedule.pause(lease.attempts() + 1));
    }

    private static String words(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /**
     * Asks for all that has changed on the other side, when it is time and nobody else does.
     *
     * @return whether anything was heard
     */
    boolean listen(Duration interval) {
        if (!gate.isOpen() || !listening.compareAndSet(false, true)) {
            return false;
        }
        try {
            if (state.isPaused() || !state.takeTurn(interval)) {
                return false;
            }
            Changes changes;
            do {
                changes = remote.changes(state.watermark());
                state.heard(changes);
            } while (changes.more());
            return true;
        } catch (RemoteFailure.Throttled throttled) {
            gate.throttled(throttled.after().orElse(null));
        } catch (RemoteFailure.Unauthorized stranger) {
            gate.unauthorized();
        } catch (RemoteFailure.Unreachable away) {
            gate.unreachable("poll");
            LOG.log(Level.WARNING, "no changes could be heard: {0}", away.getMessage());
        } catch (RemoteFailure refused) {
            // Listening alone is not granted: what is to be sent need not wait for that
            LOG.log(Level.ERROR, "SYNC_DEAF: no changes may be heard: {0}", refused.getMessage());
        } catch (RuntimeException ours) {
            LOG.log(Level.ERROR, "what was heard could not be kept; it is asked for again", ours);
        } finally {
            listening.set(false);
        }
        return false;
    }
}
