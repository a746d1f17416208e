package cl.buzon.desk;

/** The fields of a claim as typed, empty where nothing was. */
public record DraftText(String trackingNumber, String subject, String description, String claimedAmount) {}
