package cl.buzon.web.portal;

import cl.buzon.desk.DeliveryView;
import cl.buzon.desk.WebhookChange;
import cl.buzon.desk.WebhookDesk;
import cl.buzon.desk.WebhookView;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One webhook: where it leads, how it stands, and the log of what it was told. */
@Named
@RequestScoped
public class WebhookPage {

    static final String WEBHOOK = "webhook";

    private static final String STATE = "estado";
    private static final String PLACE = "pagina";
    private static final int ROWS = 25;

    @Inject
    WebhookDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String url = "";
    private String description = "";
    private @Nullable WebhookView view;
    private @Nullable Page<DeliveryView> log;
    private @Nullable String secret;

    /** One way to look at the log. */
    public record Tab(String state, String address, boolean chosen) {}

    @PostConstruct
    void read() {
        url = getView().url();
        description = Objects.requireNonNullElse(getView().description(), "");
    }

    public void open() {
        getLog();
    }

    /** Does what a button of the list asks for, once its form has come. */
    public void act() {
        request.pressed("replay").ifPresent(this::replay);
    }

    public void save() {
        try {
            desk.change(current.actor(), id(), new WebhookChange(url, description, null));
            again("webhooks.saved");
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    public void enable() {
        desk.change(current.actor(), id(), new WebhookChange(null, null, true));
        again("webhooks.enabled");
    }

    public void disable() {
        desk.change(current.actor(), id(), new WebhookChange(null, null, false));
        again("webhooks.disabled");
    }

    /** The secret is shown on the answer to this very request and nowhere else, so there is no redirect. */
    public void renewSecret() {
        secret = desk.renewSecret(current.actor(), id());
    }

    public void ping() {
        desk.ping(current.actor(), id(), now -> "{\"type\":\"" + WebhookDesk.PING + "\",\"at\":\"" + now + "\"}");
        again("webhooks.pinged");
    }

    private void replay(UUID delivery) {
        desk.replay(current.actor(), id(), delivery);
        again("webhooks.replayed");
    }

    public void delete() {
        desk.delete(current.actor(), id());
        request.tell("webhooks.deleted");
        request.goTo(request.address("/empresa/webhooks"));
    }

    private void again(String said) {
        request.tell(said);
        request.goTo(here().with(STATE, request.parameter(STATE)));
    }

    public WebhookView getView() {
        if (view == null) {
            view = desk.webhook(current.actor(), id());
        }
        return view;
    }

    public String getState() {
        return stateOf(getView());
    }

    static String stateOf(WebhookView of) {
        if (of.enabled()) {
            return "ON";
        }
        return of.disabledReason() == null ? "OFF" : of.disabledReason();
    }

    public Page<DeliveryView> getLog() {
        if (log == null) {
            log = desk.deliveries(
                    current.actor(),
                    id(),
                    state().orElse(null),
                    request.optional(PLACE).orElse(null),
                    ROWS);
        }
        return log;
    }

    private Optional<DeliveryView.State> state() {
        return Arrays.stream(DeliveryView.State.values())
                .filter(one -> one.name().equals(request.parameter(STATE)))
                .findFirst();
    }

    public List<Tab> getTabs() {
        String chosen = state().map(Enum::name).orElse("ALL");
        return Stream.of("ALL", "PENDING", "DELIVERED", "FAILED")
                .map(state -> new Tab(
                        state,
                        here().with(STATE, state.equals("ALL") ? "" : state).toString(),
                        state.equals(chosen)))
                .toList();
    }

    public String getNext() {
        String next = getLog().next();
        return next == null
                ? ""
                : here().with(STATE, request.parameter(STATE)).with(PLACE, next).toString();
    }

    private UUID id() {
        try {
            return UUID.fromString(request.parameter(WEBHOOK));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    private Address here() {
        return request.address("/empresa/webhook").with(WEBHOOK, id().toString());
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String typed) {
        url = typed;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String typed) {
        description = typed;
    }
}
