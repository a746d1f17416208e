package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.TicketingSystem;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The adapter as it is connected to the sandbox, for the tests of others. */
public final class Sandboxed {

    private Sandboxed() {}

    /** @param more settings by their names */
    public static TicketingSystem at(String url, Clock clock, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of("buzon.servicenow.url", url));
        all.putAll(more);
        ServiceNowSettings settings = new SettingsReader(key -> Optional.ofNullable(all.get(key)), "sandbox").read();
        return new ServiceNow("sandbox", Parts.of(settings, clock, (call, took, outcome) -> {}));
    }
}
