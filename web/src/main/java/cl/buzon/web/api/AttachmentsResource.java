package cl.buzon.web.api;

import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.rest.Downloads;
import cl.buzon.web.rest.Once;
import cl.buzon.web.rest.SentFiles;
import cl.buzon.web.rest.Uploads;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of a case. */
@Path("cases/{number}/attachments")
@RequestScoped
public class AttachmentsResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private Once once;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response attach(@PathParam("number") CaseNumber number, @Nullable List<EntityPart> parts) {
        SentFiles sent = SentFiles.of(Uploads.of(parts));
        return once.answer(who.actor(), sent::hash, () -> {
            List<AttachmentView> stored = desk.attach(who.actor(), number, sent.files());
            return Response.status(Response.Status.CREATED)
                    .entity(new ItemsJson<>(
                            stored.stream().map(AttachmentJson::of).toList()))
                    .build();
        });
    }

    /** Any kind of content: the file's own. */
    @GET
    @Path("{id}")
    public Response download(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) throws IOException {
        return Downloads.of(desk.download(who.actor(), number, new AttachmentId(id)));
    }
}
