package cl.buzon.webhooks;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is sent next. Of a case one delivery after the other, each only once the one before it was delivered or given up;
 * of a webhook a few at a time, and one while it fails; among webhooks whoever has waited longest.
 */
@ApplicationScoped
public class DeliveryQueue {

    /** How many of one webhook are sent at once, on all nodes together. */
    static final int PARALLEL = 4;

    /** Webhooks looked at beyond as many as can be served: some have all that they may in hand already. */
    private static final int LOOK_FURTHER = 32;

    private Webhooks webhooks;
    private Deliveries deliveries;
    private RetrySchedule schedule;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected DeliveryQueue() {}

    @Inject
    public DeliveryQueue(Webhooks webhooks, Deliveries deliveries, RetrySchedule schedule, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Puts things to tell at the end, in their order.
     *
     * @param to held by the transaction
     */
    public void add(Webhook to, List<NewDelivery> things) {
        Instant now = clock.instant();
        Set<CaseId> waiting = deliveries.waiting(
                to.id(), things.stream().map(NewDelivery::caseId).collect(Collectors.toSet()));
        for (NewDelivery thing : things) {
            Delivery delivery = Delivery.of(to, thing, now);
            if (waiting.add(thing.caseId())) {
                delivery.beginTurn(now);
            }
            deliveries.add(delivery);
        }
    }

    /** Adds something that concerns no case, and so waits for nothing. */
    public Delivery addAlone(Webhook to, String type, String body) {
        Delivery delivery = Delivery.alone(to, type, body, clock.instant());
        deliveries.add(delivery);
        return delivery;
    }

    /**
     * Sends one again that has ended, behind all others of its case; one that waits for another attempt is due now.
     *
     * @throws Refusal.NotFound when the company's webhook has none of this name
     */
    public Delivery replay(AccountId account, UUID webhook, UUID id) {
        Webhook to = webhooks.getForChange(account, webhook);
        Delivery delivery = deliveries.find(to.id(), id).orElseThrow(Refusal.NotFound::new);
        if (delivery.state() != Delivery.State.PENDING) {
            delivery.queueAgain();
            deliveries.flush();
            deliveries.moveToEnd(delivery);
            if (delivery.caseId().isPresent()) {
                promote(to, delivery.caseId().get());
            } else {
                delivery.beginTurn(clock.instant());
            }
        } else if (delivery.nextAttemptAt().isPresent() && !delivery.isLeased()) {
            delivery.beginTurn(clock.instant());
        }
        return delivery;
    }

    /** Takes some deliveries in hand, for whoever sends them outside of any transaction and then settles each. */
    @Transactional
    public List<Dispatch> claim(int most) {
        Instant now = clock.instant();
        List<Dispatch> claimed = new ArrayList<>();
        for (Webhook webhook : webhooks.ready(now, most + LOOK_FURTHER)) {
            int free = (webhook.isFailing() ? 1 : PARALLEL) - deliveries.underWay(webhook.id(), now);
            int left = Math.min(free, most - claimed.size());
            if (claimed.size() < most) {
                webhook.picked(now);
            }
            if (left > 0) {
                deliveries.due(webhook.id(), now, left).forEach(one -> claimed.add(dispatch(webhook, one, now)));
            }
        }
        return claimed;
    }

    private static Dispatch dispatch(Webhook webhook, Delivery delivery, Instant now) {
        return new Dispatch(
                webhook.id(),
                delivery.id(),
                delivery.leaseTo(now),
                webhook.url(),
                webhook.secret(),
                delivery.type(),
                delivery.body());
    }

    /** Writes down what came of an attempt; nothing when the lease has passed to somebody else meanwhile. */
    @Transactional
    public void settle(Dispatch dispatch, Attempt attempt) {
        Optional<Webhook> held = webhooks.held(dispatch.webhook());
        held.flatMap(webhook -> deliveries.find(webhook.id(), dispatch.delivery()))
                .filter(delivery -> delivery.isLeasedBy(dispatch.lease()))
                .ifPresent(delivery -> settle(held.orElseThrow(), delivery, attempt));
    }

    private void settle(Webhook webhook, Delivery delivery, Attempt attempt) {
        Instant now = clock.instant();
        delivery.settle(attempt, schedule, now);
        if (attempt.isDelivered()) {
            webhook.succeeded(now);
        } else {
            webhook.failed(now);
        }
        if (delivery.state() == Delivery.State.FAILED) {
            webhook.gaveUp(delivery.firstAttemptAt(), now);
        }
        if (delivery.state() != Delivery.State.PENDING) {
            deliveries.flush();
            delivery.caseId().ifPresent(of -> promote(webhook, of));
        }
    }

    private void promote(Webhook webhook, CaseId of) {
        deliveries.next(webhook.id(), of).ifPresent(next -> next.beginTurn(clock.instant()));
    }
}
