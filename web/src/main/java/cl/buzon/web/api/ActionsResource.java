package cl.buzon.web.api;

import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.rest.Once;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    @Inject
    private Once once;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response act(
            @PathParam("number") CaseNumber number,
            @PathParam("action") String action,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable ReasonBody body) {
        return once.answer(who.actor(), () -> {
            Actor actor = who.actor();
            desk.act(
                    actor,
                    number,
                    CaseAnswers.expected(seen),
                    Actions.of(action, Actions.CUSTOMER),
                    ReasonBody.of(body));
            return CaseAnswers.of(Response.ok(), desk.view(actor, number)).build();
        });
    }
}
