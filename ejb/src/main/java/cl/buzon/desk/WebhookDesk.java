package cl.buzon.desk;

import cl.buzon.cases.CaseFeed;
import cl.buzon.cases.Viewer;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import cl.buzon.webhooks.AddressJudge;
import cl.buzon.webhooks.Deliveries;
import cl.buzon.webhooks.Delivery;
import cl.buzon.webhooks.DeliveryQueue;
import cl.buzon.webhooks.RetrySchedule;
import cl.buzon.webhooks.Webhook;
import cl.buzon.webhooks.Webhooks;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The addresses of a company that are told of its cases, kept by its administrators, and the log of what they were told. */
@Stateless
public class WebhookDesk {

    /** Webhooks of one company. */
    public static final int MAX_WEBHOOKS = 10;

    /** The type of a delivery that only tries the way. */
    public static final String PING = "PING";

    private static final NumberCursor LOG = new NumberCursor("deliveries1");

    private Webhooks webhooks;
    private Deliveries deliveries;
    private DeliveryQueue queue;
    private AddressJudge judge;
    private CaseFeed feed;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected WebhookDesk() {}

    @Inject
    public WebhookDesk(
            Webhooks webhooks,
            Deliveries deliveries,
            DeliveryQueue queue,
            AddressJudge judge,
            CaseFeed feed,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.queue = queue;
        this.judge = judge;
        this.feed = feed;
        this.clock = clock;
    }

    /** The webhooks of the actor's company, the oldest first. */
    public List<WebhookView> webhooks(Actor actor) {
        return webhooks.of(account(actor), MAX_WEBHOOKS).stream()
                .map(WebhookDesk::view)
                .toList();
    }

    /** @throws Refusal.NotFound when the company has none of this name */
    public WebhookView webhook(Actor actor, UUID id) {
        return view(webhooks.get(account(actor), id));
    }

    /**
     * Makes a webhook that is told of whatever happens from now on.
     *
     * @throws Refusal.InvalidInput on url, description: REQUIRED, TOO_LONG, UNFIT_CHARACTERS, WEBHOOK_ADDRESS,
     *     UNKNOWN_HOST, TOO_MANY_WEBHOOKS
     */
    public WebhookHandout create(Actor actor, NewWebhook wish) {
        AccountId account = account(actor);
        List<Fault> faults = new ArrayList<>();
        String url = url(wish.url(), faults);
        String description = description(wish.description(), faults);
        refuse(faults);
        feed.number(); // Before the first query of this transaction, which holds no connection until then
        if (webhooks.countForMore(account) >= MAX_WEBHOOKS) {
            refuse(List.of(Fault.of("url", "TOO_MANY_WEBHOOKS", MAX_WEBHOOKS)));
        }
        Webhook webhook = new Webhook(account, url, emptyToNull(description), feed.head(), clock.instant());
        webhooks.add(webhook);
        return new WebhookHandout(view(webhook), webhook.secret());
    }

    /**
     * Changes what the wish names.
     *
     * @throws Refusal.InvalidInput on url, description, as {@link #create}
     * @throws Refusal.NotFound when the company has none of this name
     */
    public WebhookView change(Actor actor, UUID id, WebhookChange wish) {
        AccountId account = account(actor);
        List<Fault> faults = new ArrayList<>();
        Optional<String> url = Optional.ofNullable(wish.url()).map(typed -> url(typed, faults));
        Optional<String> description = Optional.ofNullable(wish.description()).map(typed -> description(typed, faults));
        refuse(faults);
        Webhook webhook = webhooks.getForChange(account, id);
        Instant now = clock.instant();
        url.ifPresent(address -> webhook.moveTo(address, now));
        description.ifPresent(text -> webhook.describe(emptyToNull(text), now));
        Optional.ofNullable(wish.enabled()).ifPresent(on -> switchTo(webhook, on, now));
        return view(webhook);
    }

    /** What happened while it was off is told as far back as attempts would have gone on. */
    private void switchTo(Webhook webhook, boolean on, Instant now) {
        if (on && !webhook.isEnabled()) {
            webhook.enable(now);
            webhook.reached(
                    feed.placeBefore(new Viewer.Company(webhook.account()), now.minus(RetrySchedule.PERSISTENCE)));
        } else if (!on) {
            webhook.disable(now);
        }
    }

    /**
     * Tells it nothing more, not even what waits.
     *
     * @throws Refusal.NotFound when the company has none of this name
     */
    public void delete(Actor actor, UUID id) {
        webhooks.getForChange(account(actor), id).delete(clock.instant());
    }

    /**
     * Signs with a new secret from now on, which is the answer.
     *
     * @throws Refusal.NotFound when the company has none of this name
     */
    public String renewSecret(Actor actor, UUID id) {
        return webhooks.getForChange(account(actor), id).renewSecret(clock.instant());
    }

    /**
     * Sends something that only tries the way.
     *
     * @param body of a test that was asked for at a time
     * @throws Refusal.NotFound when the company has none of this name
     */
    public DeliveryView ping(Actor actor, UUID id, Function<Instant, String> body) {
        Webhook webhook = webhooks.getForChange(account(actor), id);
        return view(queue.addAlone(webhook, PING, body.apply(clock.instant())));
    }

    /**
     * What a webhook was told and is to be told, the youngest first.
     *
     * @param state absent for all
     * @param cursor {@link Page#next} of the page before, absent for the beginning
     * @throws Refusal.NotFound when the company has none of this name
     */
    public Page<DeliveryView> deliveries(
            Actor actor, UUID id, DeliveryView.@Nullable State state, @Nullable String cursor, int limit) {
        Webhook webhook = webhooks.get(account(actor), id);
        List<Delivery> found = deliveries.log(
                webhook.id(),
                state == null ? null : Delivery.State.valueOf(state.name()),
                cursor == null ? null : LOG.decode(cursor),
                limit + 1);
        List<Delivery> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? LOG.encode(shown.get(limit - 1).number()) : null;
        return new Page<>(shown.stream().map(WebhookDesk::view).toList(), next, null);
    }

    /**
     * Sends one again, under the same name.
     *
     * @throws Refusal.NotFound when the company has no such webhook, or the webhook no such delivery
     */
    public DeliveryView replay(Actor actor, UUID id, UUID delivery) {
        return view(queue.replay(account(actor), id, delivery));
    }

    private static AccountId account(Actor actor) {
        return Judged.administrator(actor).account();
    }

    private String url(@Nullable String typed, List<Fault> faults) {
        String url = Wording.tidy(typed);
        Optional<Fault> fault = Wording.fault("url", url, AddressJudge.MAX_LENGTH);
        fault.ifPresent(faults::add);
        if (fault.isEmpty()) {
            unfit(judge.judge(url)).ifPresent(code -> faults.add(Fault.of("url", code)));
        }
        return url;
    }

    private static Optional<String> unfit(AddressJudge.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Optional.empty();
            case FORBIDDEN -> Optional.of("WEBHOOK_ADDRESS");
            case UNKNOWN_HOST -> Optional.of("UNKNOWN_HOST");
        };
    }

    private static String description(@Nullable String typed, List<Fault> faults) {
        String text = Wording.tidy(typed);
        Wording.optionalFault("description", text, Webhook.MAX_DESCRIPTION).ifPresent(faults::add);
        return text;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static WebhookView view(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.description().orElse(null),
                webhook.isEnabled(),
                webhook.disabledReason().map(Enum::name).orElse(null),
                webhook.createdAt(),
                webhook.updatedAt(),
                webhook.lastSuccessAt().orElse(null),
                webhook.lastFailureAt().orElse(null));
    }

    private static DeliveryView view(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.type(),
                delivery.caseNumber().orElse(null),
                DeliveryView.State.valueOf(delivery.state().name()),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.lastAttemptAt().orElse(null),
                delivery.nextAttemptAt().orElse(null),
                delivery.finishedAt().orElse(null),
                delivery.lastStatus().orElse(null),
                delivery.lastError().map(Enum::name).orElse(null),
                delivery.lastAnswer().orElse(null));
    }
}
