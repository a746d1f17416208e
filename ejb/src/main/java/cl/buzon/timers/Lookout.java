package cl.buzon.timers;

import cl.buzon.desk.CaseWatch;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Looks every second for what other nodes have done, as long as somebody here waits for it. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Lookout {

    private static final Logger LOG = System.getLogger(Lookout.class.getName());
    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);

    @Inject
    private CaseWatch watch;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        try {
            watch.look(CLOCK);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "nobody could be woken: {0}", e.getMessage());
        }
    }
}
