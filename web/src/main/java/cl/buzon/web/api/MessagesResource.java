package cl.buzon.web.api;

import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.NewMessage;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.rest.Bodies;
import cl.buzon.web.rest.Once;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a customer writes to the executive. */
@Path("cases/{number}/messages")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MessagesResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private Once once;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@PathParam("number") CaseNumber number, @Nullable MessageBody body) {
        NewMessage sent = Bodies.required(body).message();
        return once.answer(who.actor(), () -> Response.status(Response.Status.CREATED)
                .entity(ActivityJson.of(desk.post(who.actor(), number, sent)))
                .build());
    }
}
