package cl.buzon.desk;

import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import org.jspecify.annotations.Nullable;

/**
 * How much is owed on a case and whether it was paid.
 *
 * @param amount what reports show as "Monto"
 */
public record CompensationView(
        CompensationState state,
        @Nullable Clp claimedAmount,
        @Nullable Clp approvedAmount,
        @Nullable Clp paidAmount,
        @Nullable Clp amount) {}
