package cl.buzon.connector.spi;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * By what the other side can recognise a case of ours.
 *
 * @param trackingNumber with the subject, what a ticket must be about that carries the number alone
 * @param subject empty for none
 */
public record Correlation(
        CaseId id, CaseNumber number, @Nullable String trackingNumber, String subject) {

    /** By key or number alone. */
    public Correlation(CaseId id, CaseNumber number) {
        this(id, number, null, "");
    }
}
