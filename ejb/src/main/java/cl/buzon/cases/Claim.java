package cl.buzon.cases;

import cl.buzon.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What a customer claims: the part of a case that never changes once it is open.
 *
 * @param category code of the situation
 * @param relatedTo the closed case that this one follows up
 */
public record Claim(
        String category,
        @Nullable TrackingNumber trackingNumber,
        String subject,
        String description,
        @Nullable CaseId relatedTo) {

    /** Lengths in Unicode characters. */
    public static final int MAX_SUBJECT = 120;

    public static final int MAX_DESCRIPTION = 4000;
}
