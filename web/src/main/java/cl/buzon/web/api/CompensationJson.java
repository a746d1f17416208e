package cl.buzon.web.api;

import cl.buzon.desk.CompensationView;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import org.jspecify.annotations.Nullable;

/** How much is owed and whether it was paid, in CLP. */
record CompensationJson(
        CompensationState state,
        @Nullable Long claimedAmount,
        @Nullable Long approvedAmount,
        @Nullable Long paidAmount) {

    static CompensationJson of(CompensationView view) {
        return new CompensationJson(
                view.state(), amount(view.claimedAmount()), amount(view.approvedAmount()), amount(view.paidAmount()));
    }

    private static @Nullable Long amount(@Nullable Clp amount) {
        return amount == null ? null : amount.amount();
    }
}
