package cl.buzon.web.portal;

import cl.buzon.desk.NewWebhook;
import cl.buzon.desk.WebhookDesk;
import cl.buzon.desk.WebhookHandout;
import cl.buzon.desk.WebhookView;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses of a company that are told of its cases, for its administrators. */
@Named
@RequestScoped
public class WebhooksPage {

    @Inject
    WebhookDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String url = "";
    private String description = "";
    private @Nullable List<WebhookView> webhooks;
    private @Nullable WebhookHandout handedOut;

    public void open() {
        getWebhooks();
    }

    /** The secret is shown on the answer to this very request and nowhere else, so there is no redirect. */
    public void create() {
        try {
            handedOut = desk.create(current.actor(), new NewWebhook(url, description));
            webhooks = null;
            url = "";
            description = "";
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    public List<WebhookView> getWebhooks() {
        if (webhooks == null) {
            webhooks = desk.webhooks(current.actor());
        }
        return webhooks;
    }

    public @Nullable WebhookHandout getHandedOut() {
        return handedOut;
    }

    /** How a webhook stands, as a key of words and looks. */
    public String state(WebhookView of) {
        return WebhookPage.stateOf(of);
    }

    public String address(WebhookView of) {
        return request.address("/empresa/webhook")
                .with(WebhookPage.WEBHOOK, of.id().toString())
                .toString();
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
