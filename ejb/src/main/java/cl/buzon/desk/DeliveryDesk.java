package cl.buzon.desk;

import cl.buzon.cases.CaseFeed;
import cl.buzon.shared.Actor;
import cl.buzon.webhooks.Deliveries;
import cl.buzon.webhooks.DeliveryQueue;
import cl.buzon.webhooks.Dispatch;
import cl.buzon.webhooks.Sender;
import cl.buzon.webhooks.Webhooks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What the machines of the house do so that webhooks are told: plan what, claim it, send it, forget it in the end. */
@Stateless
public class DeliveryDesk {

    /** How long the log of what has ended is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int ROUND = 5_000;

    @Inject
    private CaseFeed feed;

    @Inject
    private WebhookPlan plan;

    @Inject
    private Webhooks webhooks;

    @Inject
    private Deliveries deliveries;

    @Inject
    private DeliveryQueue queue;

    @Inject
    private Sender sender;

    @Inject
    private Clock clock;

    /** Something to send, in the hands of whoever claimed it; they send it before long, or somebody else will. */
    public static final class Claimed {

        private final Dispatch dispatch;

        Claimed(Dispatch dispatch) {
            this.dispatch = dispatch;
        }

        @Override
        public String toString() {
            return dispatch.toString();
        }
    }

    /**
     * Makes deliveries of what the feed has anew for some webhook, with its place in the feed in one transaction: each
     * entry becomes one delivery, whoever plans, and how often.
     *
     * @param json how an entry is told
     * @return whether there may be more to plan
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean plan(Actor actor, Function<CaseActivity, String> json) {
        Judged.machine(actor);
        if (!webhooks.isAnyEnabled()) {
            return false;
        }
        feed.number();
        return plan.step(actor, json);
    }

    /** Takes deliveries in hand that are due, at most so many. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Claimed> claim(Actor actor, int most) {
        Judged.machine(actor);
        return queue.claim(most).stream().map(Claimed::new).toList();
    }

    /** Sends one, outside of any transaction, and writes down what came of it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void send(Actor actor, Claimed claimed) {
        Judged.machine(actor);
        queue.settle(claimed.dispatch, sender.send(claimed.dispatch));
    }

    /**
     * Drops what ended more than {@link #KEPT} ago, and what is left of deleted webhooks.
     *
     * @return whether there may be more to drop
     */
    public boolean forgetOld(Actor actor) {
        Judged.machine(actor);
        int dropped = deliveries.dropOld(clock.instant().minus(KEPT), ROUND);
        webhooks.dropDeleted(ROUND);
        return dropped == ROUND;
    }
}
