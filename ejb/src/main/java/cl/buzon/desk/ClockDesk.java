package cl.buzon.desk;

import cl.buzon.assignment.Assigner;
import cl.buzon.attachments.Attachments;
import cl.buzon.attachments.FileStore;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseTransitions;
import cl.buzon.cases.Cases;
import cl.buzon.drafts.Drafts;
import cl.buzon.notifications.UntoldCases;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What happens to cases and drafts because time has passed. One case a call, so that one bad case stops no other. */
@Stateless
public class ClockDesk {

    /** How many cases one round looks at; what is left waits for the next. */
    private static final int ROUND = 500;

    /** A file without a row may belong to a transaction that is still under way. */
    private static final Duration STRAY = Duration.ofHours(1);

    @Inject
    private Cases cases;

    @Inject
    private Assigner assigner;

    @Inject
    private Drafts drafts;

    @Inject
    private Attachments attachments;

    @Inject
    private FileStore store;

    @Inject
    private Opening opening;

    @Inject
    private History history;

    @Inject
    private UntoldCases untold;

    @Inject
    private MailPlan mail;

    @Inject
    private Clock clock;

    @Inject
    private AnswerTime answerTime;

    /** Solutions that nobody has answered in time, the oldest first. */
    public List<CaseId> unanswered(Actor actor) {
        Judged.machine(actor);
        return cases.resolvedBefore(answerTime.lastToAnswer(clock.instant()), ROUND);
    }

    /** Closes a case whose solution nobody answered; does nothing if somebody has meanwhile. */
    public void expire(Actor actor, CaseId id) {
        Judged.machine(actor);
        Case resolved = cases.getForChange(id);
        if (resolved.state() == CaseState.RESOLVED
                && resolved.stateSince().isBefore(answerTime.lastToAnswer(clock.instant()))) {
            history.record(
                    resolved,
                    resolved.act(CaseAction.EXPIRE, CaseTransitions.Party.CLOCK, null, actor, clock.instant()));
        }
    }

    /** Solutions that will be closed after another working day, and of which nobody has been reminded. */
    public List<CaseId> unreminded(Actor actor) {
        Judged.machine(actor);
        return untold.unreminded(answerTime.lastToBeReminded(clock.instant()), ROUND);
    }

    /** Reminds of a solution, once; does nothing if somebody has answered it meanwhile. */
    public void remind(Actor actor, CaseId id) {
        Judged.machine(actor);
        Case resolved = cases.getForChange(id);
        if (resolved.state() == CaseState.RESOLVED
                && resolved.stateSince().isBefore(answerTime.lastToBeReminded(clock.instant()))) {
            mail.remind(resolved, answerTime.acceptedOn(resolved.stateSince()));
        }
    }

    /** Cases that found nobody free, the oldest first. */
    public List<CaseId> waiting(Actor actor) {
        Judged.machine(actor);
        return assigner.waiting(ROUND);
    }

    /** Tries once more to put a case on somebody's desk. */
    public void assign(Actor actor, CaseId id) {
        Judged.machine(actor);
        Case waiting = cases.getForChange(id);
        if (waiting.executive().isEmpty() && !waiting.state().isFinal()) {
            opening.assignWaiting(waiting);
        }
    }

    /** Forgets drafts that nobody has touched for a week. */
    public void forgetDrafts(Actor actor) {
        Judged.machine(actor);
        drafts.forgetOld(clock.instant());
    }

    /**
     * Drops the bytes that nobody names any more, after the transaction that took the last name away. The walk over the
     * disk is long, so it holds no transaction; each question on the way is one of its own.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void dropStrays(Actor actor) {
        Judged.machine(actor);
        store.sweep(this::named, clock.instant().minus(STRAY));
    }

    private Set<String> named(Set<String> hashes) {
        // Drafts first: a file may move from its draft to a case between the two questions, but never back.
        Set<String> named = new HashSet<>(drafts.named(hashes));
        named.addAll(attachments.named(hashes));
        return named;
    }
}
