package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on which the two sides did not agree; nothing is lost, and the owner's value stands.
 *
 * @param field STATE, EXECUTIVE, COMPENSATION_STATE, COMPENSATION_AMOUNT, RESOLUTION_CODE, RESOLUTION_NOTES, MESSAGE, FILE or TICKET
 * @param ours what was here
 * @param theirs what was there
 * @param note why, when the values do not say it
 */
public record SyncConflict(
        CaseNumber number,
        String field,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable String note,
        Instant at) {}
