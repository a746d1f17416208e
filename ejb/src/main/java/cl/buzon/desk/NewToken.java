package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/**
 * A token as somebody wishes it, right or wrong.
 *
 * @param user e-mail address of the user as whom it acts
 * @param days for how long it is good
 */
public record NewToken(@Nullable String name, @Nullable String user, int days, boolean reads, boolean writes) {}
