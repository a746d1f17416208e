package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/**
 * A further user of a company as typed, right or wrong.
 *
 * @param administrator whether they see all cases of the company and manage its users
 */
public record NewColleague(@Nullable String name, @Nullable String email, boolean administrator) {}
