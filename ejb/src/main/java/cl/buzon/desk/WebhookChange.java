package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/** How a webhook is to be from now on; what is absent stays as it is. */
public record WebhookChange(
        @Nullable String url,
        @Nullable String description,
        @Nullable Boolean enabled) {}
