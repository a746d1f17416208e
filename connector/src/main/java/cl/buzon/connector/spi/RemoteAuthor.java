package cl.buzon.connector.spi;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote something on the other side.
 *
 * @param email in lower case, when the other side tells it
 * @param us whether it was our own integration user
 */
public record RemoteAuthor(String name, @Nullable String email, boolean us) {}
