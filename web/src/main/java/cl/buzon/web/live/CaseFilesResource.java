package cl.buzon.web.live;

import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.rest.Downloads;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/** The files of a case, saved from its page. */
@Path("cases/{number}/attachments")
@RequestScoped
public class CaseFilesResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private Thumbnails thumbnails;

    @Inject
    private CurrentActor who;

    @GET
    @Path("{id}")
    public Response download(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) throws IOException {
        return Downloads.of(desk.download(who.actor(), number, new AttachmentId(id)));
    }

    @GET
    @Path("{id}/thumbnail")
    public Response thumbnail(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return thumbnails.of(id, desk.download(who.actor(), number, new AttachmentId(id)));
    }
}
