package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** ServiceNow, and the sandbox that stands in for it. */
@ApplicationScoped
class ServiceNowAdapter implements TicketingSystemAdapter {

    private static final String SANDBOX = "sandbox";

    /** Whom the sandbox knows us as, unless it is told otherwise; it is no more secret than the demo's people. */
    private static final Map<String, String> SANDBOX_USER =
            Map.of("buzon.servicenow.username", "buzon.integration", "buzon.servicenow.password", "Buzon-demo-2026");

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    @Override
    public Set<String> names() {
        return Set.of("servicenow", SANDBOX);
    }

    @Override
    public TicketingSystem connect(String name) {
        Function<String, Optional<String>> set = setting -> config.getOptionalValue(setting, String.class);
        if (!name.equals(SANDBOX)) {
            return ServiceNow.of(name, ServiceNowSettings.of(set, null), clock);
        }
        String home = "http://localhost:" + set.apply("buzon.port").orElse("8080") + "/sandbox";
        return ServiceNow.of(
                name,
                ServiceNowSettings.of(
                        setting -> set.apply(setting).or(() -> Optional.ofNullable(SANDBOX_USER.get(setting))), home),
                clock);
    }
}
