package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.CallObserver;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Connects to a Request Tracker. */
@ApplicationScoped
public class RequestTrackerAdapter implements TicketingSystemAdapter {

    static final String NAME = "requesttracker";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Config config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    private Instance<CallObserver> observers;

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public TicketingSystem connect(String name) {
        SettingsReader settings = new SettingsReader(setting -> config.getOptionalValue(setting, String.class))
                .knowing(config.getPropertyNames());
        return connect(
                settings,
                clock,
                (call, took, outcome) -> observers.forEach(observer -> observer.called(call, took, outcome)));
    }

    @Override
    public TicketingSystem connect(String name, Function<String, Optional<String>> settings, Clock time) {
        return connect(new SettingsReader(settings), time, (call, took, outcome) -> {});
    }

    private static TicketingSystem connect(SettingsReader settings, Clock clock, CallObserver observer) {
        return new RequestTracker(Parts.of(settings.read(), clock, observer));
    }
}
