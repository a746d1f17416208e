package cl.buzon.cases;

import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * State and amounts of a compensation as a case keeps them; the rules of how they change are the compensation package's.
 * Amounts are whole CLP.
 */
public record CompensationTerms(
        CompensationState state,
        @Nullable Long claimedAmount,
        @Nullable Long approvedAmount,
        @Nullable Long paidAmount) {

    public static final CompensationTerms NONE =
            new CompensationTerms(CompensationState.NOT_REQUESTED, null, null, null);

    public CompensationTerms {
        checked(claimedAmount);
        checked(approvedAmount);
        checked(paidAmount);
    }

    /** What reports show as "Monto": the paid amount once paid, the approved one while it is owed, else nothing. */
    public Optional<Clp> shownAmount() {
        Long shown = state == CompensationState.PAID ? paidAmount : state.isOwed() ? approvedAmount : null;
        return Optional.ofNullable(shown).map(Clp::new);
    }

    private static void checked(@Nullable Long amount) {
        if (amount != null) {
            new Clp(amount);
        }
    }
}
