package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.CallObserver;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Connects to ServiceNow, or to the sandbox that speaks its protocol. */
@ApplicationScoped
class ServiceNowAdapter implements TicketingSystemAdapter {

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<CallObserver> observers;

    @Override
    public Set<String> names() {
        return Set.of("servicenow", SettingsReader.SANDBOX);
    }

    @Override
    public TicketingSystem connect(String name) {
        ServiceNowSettings settings = new SettingsReader(
                        setting -> config.getOptionalValue(setting, String.class), name)
                .knowing(config.getPropertyNames())
                .read();
        return new ServiceNow(
                name,
                Parts.of(
                        settings,
                        clock,
                        (call, took, outcome) -> observers.forEach(observer -> observer.called(call, took, outcome))));
    }
}
