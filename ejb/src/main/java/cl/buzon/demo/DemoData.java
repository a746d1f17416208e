package cl.buzon.demo;

import cl.buzon.desk.PortalStarted;
import cl.buzon.shared.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills a portal that has just started with people and cases to look at, once, and only if it is told to. */
@ApplicationScoped
class DemoData {

    private static final Logger LOG = System.getLogger(DemoData.class.getName());

    /** Whether to load the demo data into a portal that does not have them. */
    @Inject
    @ConfigProperty(name = "buzon.demo", defaultValue = "false")
    private boolean wanted;

    @Inject
    private DemoLoad demo;

    @Inject
    private BusinessClock clock;

    void load(@Observes PortalStarted started) {
        if (!wanted) {
            return;
        }
        Instant begin = clock.instant();
        int cases = demo.load(DemoScript.read());
        if (cases == 0) {
            LOG.log(Level.INFO, "The demo data are here already");
        } else {
            long millis = Duration.between(begin, clock.instant()).toMillis();
            LOG.log(Level.INFO, "Loaded the demo data: {0} cases in {1} ms", cases, millis);
        }
    }
}
