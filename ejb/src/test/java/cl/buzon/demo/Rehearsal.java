package cl.buzon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.cases.Case;
import cl.buzon.cases.CaseTransitions.Party;
import cl.buzon.cases.Claim;
import cl.buzon.cases.TrackingNumber;
import cl.buzon.compensation.Compensation;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.UserId;
import java.time.Instant;

/** Plays a case of the script on a real {@link Case}, without desks: whatever it refuses, the desks would refuse. */
final class Rehearsal {

    private static final Actor.Customer CUSTOMER =
            new Actor.Customer(UserId.random(), AccountId.random(), "Camila", false, Origin.DEMO);
    private static final Actor EXECUTIVE = new Actor.Executive(ExecutiveId.random(), "Marcela", Origin.DEMO);

    private final DemoCase script;
    private final Case played;

    private Rehearsal(DemoCase script) {
        this.script = script;
        this.played = Case.open(CaseNumber.of("CS", 1), claim(script), CUSTOMER, Instant.EPOCH);
    }

    static Case play(DemoCase script) {
        return new Rehearsal(script).played();
    }

    private Case played() {
        if (script.claimed() != null) {
            apply(Compensation.requested(new Clp(script.claimed())));
        }
        script.steps().stream().skip(1).forEach(this::perform);
        return played;
    }

    private void perform(DemoStep step) {
        switch (step.deed()) {
            case OPEN -> throw new IllegalStateException("opened twice");
            case NOTE -> {}
            case SAY, SHOW -> answered();
            case ANSWER -> takenOn();
            case COMPENSATE ->
                apply(Compensation.of(played)
                        .decided(CompensationState.valueOf(step.words()), step.approved(), step.paid()));
            case WITHDRAW -> apply(Compensation.of(played).withdrawn(played));
            case ACCEPT, REJECT, CLOSE -> move(step.deed().action(), Party.CUSTOMER, CUSTOMER);
            case EXPIRE -> move(CaseAction.EXPIRE, Party.CLOCK, new Actor.Machine("Buzón", Origin.CLOCK));
            case ACCEPT_WORK, REQUEST_INFO, RESOLVE, CANCEL -> move(step.deed().action(), Party.STAFF, EXECUTIVE);
        }
    }

    private void answered() {
        played.refuseWhenFinal(CUSTOMER);
        if (played.state() == CaseState.AWAITING_INFO) {
            move(CaseAction.REPLY, Party.CONSEQUENCE, CUSTOMER);
        }
    }

    private void takenOn() {
        played.refuseWhenFinal(EXECUTIVE);
        if (played.state() == CaseState.NEW) {
            move(CaseAction.ACCEPT_WORK, Party.STAFF, EXECUTIVE);
        }
    }

    private void move(CaseAction action, Party party, Actor actor) {
        played.act(action, party, null, actor, Instant.EPOCH);
    }

    private void apply(Compensation compensation) {
        assertThat(compensation.applyTo(played, EXECUTIVE, Instant.EPOCH))
                .as("a compensation that changes nothing")
                .isPresent();
    }

    private static Claim claim(DemoCase script) {
        return new Claim(
                script.category(),
                script.trackingNumber().isEmpty() ? null : new TrackingNumber(script.trackingNumber()),
                script.subject(),
                script.description(),
                null);
    }
}
