package cl.buzon.connector.schedule;

import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.MirrorDesk;
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
    private final MirrorDesk cases;
    private final Gate gate;

    Sweep(TicketingSystem remote, SyncState state, Leases leases, MirrorDesk cases, Gate gate) {
        this.remote = remote;
        this.state = state;
        this.leases = leases;
        this.cases = cases;
        this.gate = gate;
    }

    /** Hears all that our tickets are and hold once more; gives up for today when the other side does not go on. */
    void hearAll() {
        @Nullable CaseId last = null;
        List<SyncState.Linked> page;
        try {
            do {
                page = state.linked(last, SURVEYED);
                if (!page.isEmpty()) {
                    state.surveyed(
                            page,
                            remote.survey(
                                    page.stream().map(SyncState.Linked::ticket).toList()));
                    last = page.get(page.size() - 1).caseId();
                }
            } while (page.size() == SURVEYED && gate.isOpen());
        } catch (RemoteFailure away) {
            LOG.log(Level.WARNING, "SYNC_SWEEP: not all could be compared: {0}", away.getMessage());
        }
    }

    /** Marks the cases that have no ticket and do not wait for one. */
    void findUnsent() {
        @Nullable CaseId last = null;
        List<CaseId> page;
        do {
            page = cases.cases(SYNC, last, PAGE);
            leases.markUnlinked(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }
}
