package cl.buzon.web.rest;

import cl.buzon.shared.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many reports this node writes at once, in all and for each person. Each holds a connection to the database for as long
 * as its reader takes: whoever does not read must leave enough of them for everybody else.
 */
@ApplicationScoped
public class ExportPermits {

    /** The links of all three formats clicked one after the other are no mischief. */
    private static final int EACH = 3;

    private final int most;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** For the proxy that the container makes. */
    protected ExportPermits() {
        this.most = 0;
    }

    /** @param most reports at once; well below the connections to the database */
    @Inject
    ExportPermits(@ConfigProperty(name = "buzon.exports.parallel", defaultValue = "8") int most) {
        this.most = most;
    }

    /**
     * The leave to write one report, until it is given back.
     *
     * @throws Busy when as many are being written as may be
     */
    Permit take(Actor actor) {
        String person = actor.person().map(Object::toString).orElseGet(actor::name);
        synchronized (taken) {
            if (all >= most || taken.getOrDefault(person, 0) >= EACH) {
                throw new Busy("EXPORTS_BUSY");
            }
            all++;
            taken.merge(person, 1, Integer::sum);
        }
        return new Permit(person);
    }

    private void giveBack(String person) {
        synchronized (taken) {
            all--;
            taken.computeIfPresent(person, (name, had) -> had > 1 ? had - 1 : null);
        }
    }

    /** Given back once, however often that is said. */
    final class Permit implements AutoCloseable {

        private final String person;
        private final AtomicBoolean over = new AtomicBoolean();

        private Permit(String person) {
            this.person = person;
        }

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                giveBack(person);
            }
        }
    }
}
