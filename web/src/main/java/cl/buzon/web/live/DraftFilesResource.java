package cl.buzon.web.live;

import cl.buzon.desk.DraftDesk;
import cl.buzon.shared.DraftId;
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

/** Files that go up while a claim is still being written, each as soon as it is chosen. */
@Path("drafts/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DraftFilesResource {

    @Inject
    private DraftDesk desk;

    @Inject
    private Thumbnails thumbnails;

    @Inject
    private CurrentActor who;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@PathParam("id") UUID id, @Nullable List<EntityPart> parts) {
        List<DraftFileJson> added = Uploads.of(parts).stream()
                .map(file -> desk.add(who.actor(), new DraftId(id), file))
                .map(DraftFileJson::of)
                .toList();
        return Response.status(Response.Status.CREATED)
                .entity(new DraftFilesJson(added))
                .build();
    }

    @GET
    @Path("{file}/thumbnail")
    @Produces({Thumbnail.CONTENT_TYPE, MediaType.APPLICATION_JSON})
    public Response thumbnail(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        return thumbnails.of(file, desk.download(who.actor(), new DraftId(id), file));
    }

    @POST
    @Path("{file}/remove")
    public void remove(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        desk.remove(who.actor(), new DraftId(id), file);
    }
}
