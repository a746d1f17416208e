package cl.buzon.web.api;

import cl.buzon.desk.DeliveryView;
import cl.buzon.desk.WebhookDesk;
import cl.buzon.web.rest.ListParameters;
import cl.buzon.web.rest.Once;
import cl.buzon.web.rest.Parameters;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What a webhook was told and is to be told. */
@Path("webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DeliveriesResource {

    @Inject
    private WebhookDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private Once once;

    @GET
    @Parameters({"state", "limit", "cursor"})
    public Object list(@PathParam("id") UUID id, @Context UriInfo request) {
        ListParameters asked = ListParameters.of(request);
        return PageJson.of(
                desk.deliveries(
                        who.actor(),
                        id,
                        asked.one("state", DeliveryView.State.values()).orElse(null),
                        asked.first("cursor").orElse(null),
                        asked.limit()),
                DeliveryJson::of);
    }

    @POST
    @Path("{deliveryId}/replay")
    public Response replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID delivery) {
        return once.answer(who.actor(), () -> WebhooksResource.accepted(desk.replay(who.actor(), id, delivery)));
    }
}
