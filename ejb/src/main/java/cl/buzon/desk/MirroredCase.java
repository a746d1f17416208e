package cl.buzon.desk;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is kept in step with a ticketing system.
 *
 * @param version grows with every change
 * @param entries how many entries the history has
 * @param trackingNumber normalised
 * @param executive e-mail in lower case, absent while nobody has the case
 * @param amount in CLP: what was paid once that is the state, what was approved before
 */
public record MirroredCase(
        CaseId id,
        CaseNumber number,
        long version,
        int entries,
        Instant createdAt,
        CaseState state,
        String category,
        @Nullable String trackingNumber,
        String subject,
        String description,
        Customer customer,
        @Nullable String executive,
        CompensationState compensation,
        @Nullable Long amount,
        @Nullable String resolutionCode,
        @Nullable String resolutionNotes) {

    /** Who opened it. */
    public record Customer(String name, String email, String company) {}
}
