package cl.buzon.desk;

import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its viewer may see it.
 *
 * @param executive absent while nobody is assigned
 * @param missingEvidence required evidence that no file of the case has been named as
 * @param allowedActions what this viewer may ask of the case now
 * @param takesMessages false once the case is closed or cancelled
 * @param version grows with every change
 */
public record CaseView(
        CaseId id,
        CaseNumber number,
        CaseState state,
        Instant stateSince,
        CategoryView category,
        @Nullable String trackingNumber,
        String subject,
        String description,
        Instant createdAt,
        Instant updatedAt,
        String company,
        UserId reporterId,
        String reporter,
        @Nullable PersonView executive,
        CompensationView compensation,
        @Nullable String resolutionNotes,
        List<CategoryView.Evidence> missingEvidence,
        @Nullable CaseNumber relatedTo,
        List<CaseAction> allowedActions,
        boolean takesMessages,
        boolean appealable,
        long version) {}
