package cl.buzon.connector.link;

import cl.buzon.connector.spi.Changes;
import cl.buzon.shared.CaseId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The book of what is paired with what. */
public interface Ledger {

    Optional<SyncLink> find(CaseId caseId);

    /**
     * What was told of a case's ticket and is not paired yet, in the other side's order; at most so many.
     *
     * @param us what our own user has written there, or what everybody else has
     */
    List<Fact> facts(CaseId caseId, boolean us, int limit);

    /** What of ours is on the other side under a key that is not known yet, in the order in which it was sent. */
    List<SyncItem> unpaired(CaseId caseId);

    /**
     * Writes everything down in one transaction: the caller's, if there is one.
     *
     * @throws Lease.Lost when the case is in other hands by now; then nothing is written
     */
    void save(Entry entry);

    /**
     * Keeps what a poll has told of tickets that belong to cases of ours; a part of the caller's transaction. Of a ticket
     * that carries another case's number nothing is kept: that one, and what was missed, is looked at in the case's next cycle.
     * Where the other side has lost what it told, its revisions and keys stand for nothing any more: what it tells under
     * them from then on is news.
     *
     * @return the cases to which any of it is news
     */
    Set<CaseId> hear(Changes changes);
}
