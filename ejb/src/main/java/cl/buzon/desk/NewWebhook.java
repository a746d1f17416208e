package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/** A webhook as somebody wishes it, right or wrong. */
public record NewWebhook(@Nullable String url, @Nullable String description) {}
