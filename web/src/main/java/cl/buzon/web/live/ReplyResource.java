package cl.buzon.web.live;

import cl.buzon.desk.NewMessage;
import cl.buzon.desk.ReplyDesk;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody writes on an open page; sent twice under one key it is said once. */
@Path("cases/{number}/reply")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ReplyResource {

    @Inject
    private ReplyDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private Once once;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response say(@PathParam("number") CaseNumber number, @Nullable ReplyBody body) {
        ReplyBody said = Bodies.required(body);
        return once.answer(who.actor(), () -> {
            desk.post(
                    who.actor(),
                    number,
                    NewMessage.of(said.text()),
                    Objects.requireNonNullElse(said.files(), List.of()),
                    said.evidence());
            return Response.status(Response.Status.CREATED).build();
        });
    }
}
