package cl.buzon.events;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Origin;
import java.time.Instant;

/**
 * Something that has happened to a case. Fired inside the transaction that made it true, so an observer may add its own
 * rows to the same commit; an observer that fails rolls the customer back.
 */
public sealed interface CaseEvent {

    CaseId caseId();

    CaseNumber number();

    /** By which way it came; whoever writes to the other side can tell its own echo by it. */
    Origin origin();

    /** When it happened. */
    Instant at();

    /** A customer has opened the case. */
    record CaseOpened(CaseId caseId, CaseNumber number, AccountId account, Origin origin, Instant at)
            implements CaseEvent {}

    /** The case has come into the hands of an executive. */
    record CaseAssigned(CaseId caseId, CaseNumber number, ExecutiveId executive, Origin origin, Instant at)
            implements CaseEvent {}

    /** The case has made one of its transitions. */
    record CaseStateChanged(CaseId caseId, CaseNumber number, CaseState from, CaseState to, Origin origin, Instant at)
            implements CaseEvent {}

    /** Customer or executive have written a message that the other may read. */
    record MessagePosted(CaseId caseId, CaseNumber number, MessageId message, Origin origin, Instant at)
            implements CaseEvent {}

    /** A file has been added to the case. */
    record FileAttached(CaseId caseId, CaseNumber number, AttachmentId attachment, Origin origin, Instant at)
            implements CaseEvent {}

    /** State or amounts of the compensation are others now. */
    record CompensationChanged(CaseId caseId, CaseNumber number, CompensationState state, Origin origin, Instant at)
            implements CaseEvent {}
}
