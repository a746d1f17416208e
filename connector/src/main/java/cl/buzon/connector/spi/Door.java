package cl.buzon.connector.spi;

/**
 * Where a system rings when something has changed.
 *
 * @param name the last part of the portal's address for it, {@code /hooks/<name>}
 * @param key what its rings call the key of the ticket
 */
public record Door(String name, String key) {}
