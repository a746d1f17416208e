package cl.buzon.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of a company that is told of what happens to its cases.
 *
 * @param disabledReason why it is off although nobody has switched it off
 */
public record WebhookView(
        UUID id,
        String url,
        @Nullable String description,
        boolean enabled,
        @Nullable String disabledReason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt) {}
