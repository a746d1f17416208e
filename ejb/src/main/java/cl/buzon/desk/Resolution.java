package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/** With what a case is resolved: a short code of the back office and words for the customer. */
public record Resolution(@Nullable String code, @Nullable String notes) {}
