package cl.buzon.desk;

import cl.buzon.assignment.Assigner;
import cl.buzon.assignment.AssignmentDecision;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.compensation.Compensation;
import cl.buzon.desk.ClaimRules.SoundClaim;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Makes a case of a sound claim and puts it on somebody's desk, all in the caller's transaction. */
@ApplicationScoped
class Opening {

    /** Nobody in person hands out the work; the policy does. */
    private static final Actor POLICY = new Actor.Machine("Buzón", Origin.CLOCK);

    @Inject
    private Cases cases;

    @Inject
    private Assigner assigner;

    @Inject
    private History history;

    @Inject
    private Clock clock;

    /** A new case with its first entries, not yet assigned: files of the claim go in between. */
    Case open(SoundClaim sound, Actor.Customer customer) {
        Instant now = clock.instant();
        Case opened = Case.open(cases.nextNumber(), sound.claim(), customer, now);
        cases.add(opened);
        history.record(opened, opened.opened(customer));
        sound.claimedAmount()
                .flatMap(amount -> Compensation.requested(amount).applyTo(opened, customer, now))
                .ifPresent(asked -> history.record(opened, asked));
        return opened;
    }

    /** Last in the transaction, since it makes every other assignment wait. Nobody free leaves the case in the queue. */
    void assign(Case opened) {
        hand(opened, assigner.assign(opened.id(), opened.account(), opened.category()));
    }

    /** Once more for a case from the queue. */
    void assignWaiting(Case waiting) {
        hand(waiting, assigner.retry(waiting.id(), waiting.account(), waiting.category()));
    }

    private void hand(Case opened, AssignmentDecision decision) {
        decision.executive()
                .ifPresent(executive -> history.record(opened, opened.assignTo(executive, POLICY, clock.instant())));
    }
}
