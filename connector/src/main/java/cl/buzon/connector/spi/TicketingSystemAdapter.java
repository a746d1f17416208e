package cl.buzon.connector.spi;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a ticketing system out of the settings, chosen by {@code buzon.connector.system}. Found as a bean in the server, and
 * by {@link java.util.ServiceLoader} where there is none: on the command line.
 */
public interface TicketingSystemAdapter {

    /** The values of the setting that mean this adapter. */
    Set<String> names();

    /**
     * @param name which of {@link #names}
     * @throws IllegalArgumentException naming the setting that is missing or wrong, before anything is called
     */
    TicketingSystem connect(String name);

    /**
     * Without a server around it.
     *
     * @param settings the value of a setting by its whole name
     * @throws IllegalArgumentException as above
     */
    TicketingSystem connect(String name, Function<String, Optional<String>> settings, Clock clock);
}
