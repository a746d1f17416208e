package cl.buzon.web.api;

import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What a customer asks of a case, by the names in its {@code allowedActions}. */
@Path("cases/{number}/actions/{action}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ActionsResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private CurrentActor who;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Object act(
            @PathParam("number") CaseNumber number, @PathParam("action") String action, @Nullable ReasonBody body) {
        Actor actor = who.actor();
        desk.act(actor, number, Actions.of(action, Actions.CUSTOMER), ReasonBody.of(body));
        return CaseJson.of(desk.view(actor, number));
    }
}
