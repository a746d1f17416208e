package cl.buzon.desk;

/**
 * Whom a link lets make a password.
 *
 * @param invited whether it will be their first
 */
public record LinkHolder(String name, String email, boolean invited) {}
