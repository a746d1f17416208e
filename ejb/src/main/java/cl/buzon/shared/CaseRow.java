package cl.buzon.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report of cases.
 *
 * @param category name of the situation in the two languages of the portal
 * @param compensable false where the situation knows no compensation, which reads "No aplica"
 * @param amount what the report shows as "Monto": paid if paid, approved if owed, else absent
 * @param executive name of the executive, absent while nobody is assigned
 * @param reporter name of the user who opened the case
 */
public record CaseRow(
        CaseNumber number,
        String subject,
        String categoryCode,
        LocalText category,
        @Nullable String trackingNumber,
        CaseState state,
        CompensationState compensation,
        boolean compensable,
        @Nullable Clp claimedAmount,
        @Nullable Clp approvedAmount,
        @Nullable Clp paidAmount,
        @Nullable Clp amount,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String executive,
        @Nullable String executiveEmail,
        String reporter) {}
