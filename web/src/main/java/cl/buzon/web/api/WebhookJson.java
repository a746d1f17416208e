package cl.buzon.web.api;

import cl.buzon.desk.WebhookView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that is told of what happens to a company's cases. */
record WebhookJson(
        UUID id,
        String url,
        @Nullable String description,
        boolean enabled,
        @Nullable String disabledReason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt) {

    static WebhookJson of(WebhookView view) {
        return new WebhookJson(
                view.id(),
                view.url(),
                view.description(),
                view.enabled(),
                view.disabledReason(),
                view.createdAt(),
                view.updatedAt(),
                view.lastSuccessAt(),
                view.lastFailureAt());
    }
}
