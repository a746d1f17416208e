package cl.buzon.web.api;

import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.ExecutiveDesk;
import cl.buzon.desk.NewCompensation;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.rest.Bodies;
import cl.buzon.web.rest.Once;
import cl.buzon.web.rest.SentFiles;
import cl.buzon.web.rest.Uploads;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What executives do on a case where no ticketing system does it for them. Only their tokens are let in. */
@Path("staff/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class StaffCaseResource {

    @Inject
    private ExecutiveDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private Once once;

    /** The note's name. */
    record NoteJson(UUID id) {}

    @POST
    @Path("messages")
    public Response post(@PathParam("number") CaseNumber number, @Nullable MessageBody body) {
        MessageBody sent = Bodies.required(body);
        return once.answer(who.actor(), () -> created(ActivityJson.of(desk.post(who.actor(), number, sent.message()))));
    }

    @POST
    @Path("notes")
    public Response note(@PathParam("number") CaseNumber number, @Nullable MessageBody body) {
        MessageBody sent = Bodies.required(body);
        return once.answer(who.actor(), () -> created(new NoteJson(desk.note(who.actor(), number, sent.text()))));
    }

    @POST
    @Path("attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@PathParam("number") CaseNumber number, @Nullable List<EntityPart> parts) {
        SentFiles sent = SentFiles.of(Uploads.of(parts));
        return once.answer(who.actor(), sent::hash, () -> {
            List<AttachmentView> stored = desk.attach(who.actor(), number, sent.files());
            return created(
                    new ItemsJson<>(stored.stream().map(AttachmentJson::of).toList()));
        });
    }

    @POST
    @Path("actions/{action}")
    public Response act(
            @PathParam("number") CaseNumber number,
            @PathParam("action") String action,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable StaffActionBody body) {
        StaffActionBody said = body == null ? StaffActionBody.NONE : body;
        return once.answer(who.actor(), () -> {
            Actor actor = who.actor();
            desk.act(
                    actor,
                    number,
                    CaseAnswers.expected(seen),
                    Actions.of(action, Actions.STAFF),
                    said.reason(),
                    said.resolution());
            return CaseAnswers.of(Response.ok(), desk.view(actor, number)).build();
        });
    }

    @PUT
    @Path("compensation")
    public Response compensate(
            @PathParam("number") CaseNumber number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable NewCompensation body) {
        Actor actor = who.actor();
        desk.compensate(actor, number, CaseAnswers.expected(seen), Bodies.required(body));
        return CaseAnswers.of(Response.ok(), desk.view(actor, number)).build();
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
