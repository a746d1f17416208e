package cl.buzon.connector.simulation;

import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.spi.Changes;
import cl.buzon.shared.CaseId;
import java.util.List;

/** The ledger with the marks beside it, wherever they are kept. */
interface Book extends Ledger {

    void mark(CaseId caseId);

    List<CaseId> marked();

    Lease claim(CaseId caseId);

    void release(Lease lease);

    /** What a poll has brought, with the marks that it makes. */
    void poll(Changes changes);

    /** Does something that is committed with what is saved in it, and with nothing after that. */
    void inOne(Runnable transaction);

    List<SyncItem> items();

    List<Conflict> conflicts();
}
