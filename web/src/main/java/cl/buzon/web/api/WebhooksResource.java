package cl.buzon.web.api;

import cl.buzon.desk.DeliveryView;
import cl.buzon.desk.NewWebhook;
import cl.buzon.desk.WebhookChange;
import cl.buzon.desk.WebhookDesk;
import cl.buzon.desk.WebhookHandout;
import cl.buzon.web.rest.Bodies;
import cl.buzon.web.rest.Json;
import cl.buzon.web.rest.Once;
import cl.buzon.web.rest.PublicAddress;
import cl.buzon.web.security.CurrentActor;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses that a company has told of its cases, kept by its administrators. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WebhooksResource {

    @Inject
    private WebhookDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private PublicAddress address;

    @Inject
    private Once once;

    /** A new webhook, with what is never shown again. */
    record NewWebhookJson(@JsonUnwrapped WebhookJson webhook, String secret) {}

    /** What signs from now on. */
    record SecretJson(String secret) {}

    /** What tries the way. */
    record PingJson(String type, Instant at) {}

    @GET
    public ItemsJson<WebhookJson> list() {
        return new ItemsJson<>(
                desk.webhooks(who.actor()).stream().map(WebhookJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable NewWebhook wish) {
        return once.answer(who.actor(), () -> {
            WebhookHandout made = desk.create(who.actor(), Bodies.required(wish));
            return Response.created(
                            address.of("/api/v1/webhooks/" + made.webhook().id()))
                    .entity(new NewWebhookJson(WebhookJson.of(made.webhook()), made.secret()))
                    .build();
        });
    }

    @GET
    @Path("{id}")
    public WebhookJson view(@PathParam("id") UUID id) {
        return WebhookJson.of(desk.webhook(who.actor(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public WebhookJson change(@PathParam("id") UUID id, @Nullable WebhookChange wish) {
        return WebhookJson.of(desk.change(who.actor(), id, Bodies.required(wish)));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") UUID id) {
        desk.delete(who.actor(), id);
    }

    @POST
    @Path("{id}/secret")
    public Response renewSecret(@PathParam("id") UUID id) {
        return once.answer(who.actor(), () -> Response.ok(new SecretJson(desk.renewSecret(who.actor(), id)))
                .build());
    }

    @POST
    @Path("{id}/ping")
    public Response ping(@PathParam("id") UUID id) {
        return once.answer(
                who.actor(),
                () -> accepted(desk.ping(who.actor(), id, now -> Json.text(new PingJson(WebhookDesk.PING, now)))));
    }

    static Response accepted(DeliveryView delivery) {
        return Response.accepted(DeliveryJson.of(delivery)).build();
    }
}
