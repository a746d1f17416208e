package cl.buzon.bulk;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The cells of a row as they were typed, right or wrong; empty where nothing was. */
@Embeddable
public record RowText(
        String category,
        @Column(name = "tracking_number") String trackingNumber,
        String subject,
        String description,
        @Column(name = "claimed_amount") String claimedAmount,
        @Column(name = "related_to") String relatedTo) {

    /**
     * What the same row of the same company has again in another file.
     *
     * @param occurrence how often the same row has stood in its file before: rows may be equal on purpose
     */
    public String fingerprint(AccountId account, int occurrence) {
        return Sha256.base64Of(String.join(
                "\u001f",
                account.toString(),
                category,
                trackingNumber,
                subject,
                description,
                claimedAmount,
                relatedTo,
                Integer.toString(occurrence)));
    }
}
