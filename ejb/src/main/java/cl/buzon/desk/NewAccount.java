package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/**
 * A company and its first user as they were typed, right or wrong. The first user administers the company.
 *
 * @param name the company's
 * @param userName the first user's name
 * @param email the first user's, to sign in with
 */
public record NewAccount(
        @Nullable String name,
        @Nullable String rut,
        @Nullable String userName,
        @Nullable String email) {}
