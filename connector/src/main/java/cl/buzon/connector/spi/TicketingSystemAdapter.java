package cl.buzon.connector.spi;

import java.util.Set;

/** Makes a ticketing system out of the settings; found as a bean, chosen by {@code buzon.connector.system}. */
public interface TicketingSystemAdapter {

    /** The values of the setting that mean this adapter. */
    Set<String> names();

    /**
     * @param name which of {@link #names}
     * @throws IllegalArgumentException naming the setting that is missing or wrong, before anything is called
     */
    TicketingSystem connect(String name);
}
