package cl.buzon.connector.example;

import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers to {@code buzon.connector.system=notebook}. */
@ApplicationScoped
public class NotebookAdapter implements TicketingSystemAdapter {

    @Override
    public Set<String> names() {
        return Set.of("notebook");
    }

    @Override
    public TicketingSystem connect(String name) {
        return new Notebook();
    }

    @Override
    public TicketingSystem connect(String name, Function<String, Optional<String>> settings, Clock clock) {
        return new Notebook();
    }
}
