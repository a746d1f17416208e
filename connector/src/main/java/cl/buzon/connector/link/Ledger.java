package cl.buzon.connector.link;

import cl.buzon.shared.CaseId;
import java.util.List;
import java.util.Optional;

/** The book of what is paired with what. */
public interface Ledger {

    Optional<SyncLink> find(CaseId caseId);

    /** What was told of a case's ticket and is not paired yet, in the other side's order; at most so many. */
    List<Fact> facts(CaseId caseId, int limit);

    /** What of ours is on the other side under a key that is not known yet, in the order in which it was sent. */
    List<SyncItem> unpaired(CaseId caseId);

    /**
     * Writes everything down in one transaction: the caller's, if there is one.
     *
     * @throws Lease.Lost when the case is in other hands by now; then nothing is written
     */
    void save(Entry entry);
}
