package cl.buzon.web.api;

import cl.buzon.desk.CaseActivity;
import cl.buzon.desk.DeliveryDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import cl.buzon.web.rest.Json;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The third way of the feed, beside asking and waiting: has what happened written down for webhooks, in the very words in
 * which the feed tells it. It stands here because only here these words are known.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventPush {

    private static final Logger LOG = System.getLogger(EventPush.class.getName());
    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);

    /** Stretches of the feed in one round; what is left waits for the next second. */
    private static final int STEPS = 50;

    @Inject
    private DeliveryDesk desk;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void push() {
        try {
            int steps = 0;
            while (desk.plan(CLOCK, EventPush::told) && steps < STEPS) {
                steps++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "webhooks could not be planned", e);
        }
    }

    private static String told(CaseActivity event) {
        return Json.text(EventJson.of(event));
    }
}
