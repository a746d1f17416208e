package cl.buzon.web.live;

import cl.buzon.desk.ReplyDesk;
import cl.buzon.shared.CaseNumber;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that go up while a message is still being written, each as soon as it is chosen. */
@Path("cases/{number}/reply/files")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ReplyFilesResource {

    @Inject
    private ReplyDesk desk;

    @Inject
    private Thumbnails thumbnails;

    @Inject
    private CurrentActor who;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@PathParam("number") CaseNumber number, @Nullable List<EntityPart> parts) {
        List<DraftFileJson> added = Uploads.of(parts).stream()
                .map(file -> desk.add(who.actor(), number, file))
                .map(DraftFileJson::of)
                .toList();
        return Response.status(Response.Status.CREATED)
                .entity(new DraftFilesJson(added))
                .build();
    }

    @GET
    @Path("{file}/thumbnail")
    @Produces({Thumbnail.CONTENT_TYPE, MediaType.APPLICATION_JSON})
    public Response thumbnail(@PathParam("number") CaseNumber number, @PathParam("file") UUID file) {
        return thumbnails.of(file, desk.download(who.actor(), number, file));
    }

    @POST
    @Path("{file}/remove")
    public void remove(@PathParam("number") CaseNumber number, @PathParam("file") UUID file) {
        desk.remove(who.actor(), number, file);
    }
}
