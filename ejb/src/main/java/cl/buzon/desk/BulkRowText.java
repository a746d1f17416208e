package cl.buzon.desk;

/** The cells of a row as they were typed; empty where nothing was. */
public record BulkRowText(
        String category,
        String trackingNumber,
        String subject,
        String description,
        String claimedAmount,
        String relatedTo) {}
