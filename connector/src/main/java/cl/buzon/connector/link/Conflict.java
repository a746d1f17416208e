package cl.buzon.connector.link;

import cl.buzon.shared.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on which both sides did not agree, kept so that nothing is lost.
 *
 * @param field name of a {@link cl.buzon.connector.spi.TicketField}, or MESSAGE, FILE, TICKET
 */
public record Conflict(
        CaseId caseId,
        String field,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable String note,
        Instant at) {}
