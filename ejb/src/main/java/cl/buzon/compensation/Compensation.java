package cl.buzon.compensation;

import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseTransitions;
import cl.buzon.cases.CompensationTerms;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a case's compensation. The customer asks for an amount and may take that back until it is decided; the
 * back office decides and pays, also after the case is closed. Amounts are whole CLP.
 */
public record Compensation(CompensationTerms terms) {

    public static Compensation of(Case claim) {
        return new Compensation(claim.compensation());
    }

    /** What the customer asks for when opening the case. */
    public static Compensation requested(Clp claimed) {
        return new Compensation(new CompensationTerms(CompensationState.REQUESTED, claimed.amount(), null, null));
    }

    public boolean withdrawable() {
        return terms.state().isUndecided();
    }

    /** @throws Refusal.IllegalAction when nothing was asked for, or it is decided already */
    public Compensation withdrawn(Case claim) {
        if (!withdrawable()) {
            throw new Refusal.IllegalAction(CaseTransitions.allowed(claim.state(), CaseTransitions.Party.CUSTOMER));
        }
        return new Compensation(new CompensationTerms(
                CompensationState.WITHDRAWN, terms.claimedAmount(), terms.approvedAmount(), terms.paidAmount()));
    }

    /**
     * As the back office decides. An absent amount stays as it was.
     *
     * @throws Refusal.InvalidInput when the state needs an amount that is not there, or an amount is out of range
     */
    public Compensation decided(CompensationState state, @Nullable Long approved, @Nullable Long paid) {
        CompensationTerms next = new CompensationTerms(
                state,
                terms.claimedAmount(),
                inRange("approvedAmount", approved).orElse(terms.approvedAmount()),
                inRange("paidAmount", paid).orElse(terms.paidAmount()));
        if (state.isOwed() && next.approvedAmount() == null) {
            throw new Refusal.InvalidInput(Fault.of("approvedAmount", "REQUIRED"));
        }
        if (state == CompensationState.PAID && next.paidAmount() == null) {
            throw new Refusal.InvalidInput(Fault.of("paidAmount", "REQUIRED"));
        }
        return new Compensation(next);
    }

    /** Makes it the case's, unless it is so already: then nothing has happened. */
    public Optional<Activity> applyTo(Case claim, Actor actor, Instant now) {
        return terms.equals(claim.compensation()) ? Optional.empty() : Optional.of(claim.compensate(terms, actor, now));
    }

    /** The customer's actions on a case: those of the table, and taking the request back while it is undecided. */
    public static List<CaseAction> customerActions(Case claim) {
        List<CaseAction> moves = CaseTransitions.allowed(claim.state(), CaseTransitions.Party.CUSTOMER);
        if (!of(claim).withdrawable()) {
            return moves;
        }
        return Stream.concat(moves.stream(), Stream.of(CaseAction.WITHDRAW)).toList();
    }

    private static Optional<Long> inRange(String field, @Nullable Long amount) {
        if (amount != null && (amount < 0 || amount > Clp.MAX)) {
            throw new Refusal.InvalidInput(Fault.of(field, "AMOUNT_FORM", Clp.MAX));
        }
        return Optional.ofNullable(amount);
    }
}
