package cl.buzon.desk;

import cl.buzon.cases.Activity;
import cl.buzon.cases.CaseFeed;
import cl.buzon.cases.Viewer;
import cl.buzon.shared.Actor;
import cl.buzon.webhooks.DeliveryQueue;
import cl.buzon.webhooks.NewDelivery;
import cl.buzon.webhooks.Webhook;
import cl.buzon.webhooks.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Turns entries of the feed into deliveries, one webhook and a stretch of the feed at a time. */
@ApplicationScoped
class WebhookPlan {

    /** Entries in one step. */
    private static final int STEP = 200;

    /** Who tells the entries of a history to webhooks. */
    interface Telling {
        List<CaseActivity> of(List<Activity> entries, Actor viewer);
    }

    private Webhooks webhooks;
    private DeliveryQueue queue;
    private CaseFeed feed;
    private Telling telling;

    @SuppressWarnings("NullAway.Init")
    WebhookPlan() {}

    @Inject
    WebhookPlan(Webhooks webhooks, DeliveryQueue queue, CaseFeed feed, CaseViews views) {
        this(webhooks, queue, feed, views::feed);
    }

    WebhookPlan(Webhooks webhooks, DeliveryQueue queue, CaseFeed feed, Telling telling) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.feed = feed;
        this.telling = telling;
    }

    /** @return whether there was something to plan, and so may be more */
    @Transactional
    public boolean step(Actor actor, Function<CaseActivity, String> json) {
        Optional<Webhook> behind = webhooks.behind();
        behind.ifPresent(webhook -> {
            List<Activity> entries = feed.after(new Viewer.Company(webhook.account()), webhook.feedPosition(), STEP);
            if (!entries.isEmpty()) {
                queue.add(webhook, things(entries, telling.of(entries, actor), json));
                webhook.reached(entries.get(entries.size() - 1).feedPosition().orElseThrow());
            }
        });
        return behind.isPresent();
    }

    private static List<NewDelivery> things(
            List<Activity> entries, List<CaseActivity> told, Function<CaseActivity, String> json) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new NewDelivery(
                        entries.get(i).id(),
                        entries.get(i).caseId(),
                        told.get(i).number(),
                        told.get(i).activity().type().name(),
                        json.apply(told.get(i))))
                .toList();
    }
}
