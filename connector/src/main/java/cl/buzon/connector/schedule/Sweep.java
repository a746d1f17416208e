package cl.buzon.connector.schedule;

import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.Origin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares all of our tickets, page by page, for what no poll could hear, and finds the cases that nobody has ever sent. */
final class Sweep {

    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final Actor SYNC = new Actor.Machine("Buzón", Origin.SYNC);
    private static final int PAGE = 200;
    private static final int SURVEYED = 50;

    private final TicketingSystem remote;
    private final SyncState state;
    private final Leases leases;
    private final Cases cases;
    private final Gate gate;

    /** All cases of ours, page by page. */
    @FunctionalInterface
    interface Cases {
        List<CaseId> after(Actor actor, @Nullable CaseId last, int limit);
    }

    Sweep(TicketingSystem remote, SyncState state, Leases leases, Cases cases, Gate gate) {
        this.remote = remote;
        this.state = state;
        this.leases = leases;
        this.cases = cases;
        this.gate = gate;
    }

    /**
     * Hears all that our tickets are and hold once more; gives up for today when the other side does not go on, or an
     * operator has paused it. What cannot be kept of some is no reason to leave out the rest.
     */
    void hearAll() {
        try {
            @Nullable CaseId last = null;
            List<SyncState.Linked> page;
            do {
                page = state.linked(last, SURVEYED);
                if (!page.isEmpty()) {
                    hear(page);
                    last = page.get(page.size() - 1).caseId();
                }
            } while (page.size() == SURVEYED && mayGoOn());
        } catch (RemoteFailure.Throttled throttled) {
            gate.throttled(throttled.after().orElse(null));
            stopped(throttled);
        } catch (RemoteFailure.Unauthorized stranger) {
            gate.unauthorized();
            stopped(stranger);
        } catch (RemoteFailure.Unreachable away) {
            gate.unreachable("sweep");
            stopped(away);
        } catch (RuntimeException other) {
            stopped(other);
        }
    }

    private boolean mayGoOn() {
        return gate.isOpen() && !state.isPaused();
    }

    private void hear(List<SyncState.Linked> page) {
        try {
            if (mayGoOn()) {
                state.surveyed(
                        page,
                        remote.survey(
                                page.stream().map(SyncState.Linked::ticket).toList()));
            }
        } catch (RemoteFailure theirs) {
            throw theirs;
        } catch (RuntimeException ours) {
            LOG.log(Level.ERROR, "SYNC_SWEEP: some cases could not be compared", ours);
        }
    }

    private static void stopped(RuntimeException why) {
        LOG.log(Level.WARNING, "SYNC_SWEEP: not all could be compared: {0}", String.valueOf(why.getMessage()));
    }

    /** Marks the cases that have no ticket and do not wait for one. */
    void findUnsent() {
        try {
            @Nullable CaseId last = null;
            List<CaseId> page;
            do {
                page = cases.after(SYNC, last, PAGE);
                leases.markUnlinked(page);
                last = page.isEmpty() ? last : page.get(page.size() - 1);
            } while (page.size() == PAGE);
        } catch (RuntimeException ours) {
            LOG.log(Level.ERROR, "SYNC_SWEEP: not all unsent cases could be found", ours);
        }
    }
}
