package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/**
 * A claim as it was typed, right or wrong; the desk says what is wrong with it, all at once.
 *
 * @param claimedAmount CLP, only where the situation is compensable
 * @param relatedTo number of the closed case that this one follows up
 */
public record NewCase(
        @Nullable String category,
        @Nullable String trackingNumber,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Long claimedAmount,
        @Nullable String relatedTo) {}
