package cl.buzon.web.live;

import cl.buzon.web.security.PortalSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How long the session lasts, so that a page can warn in time; a person who wants to stay says so by a POST. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SessionResource {

    @Inject
    private PortalSession session;

    /** @param seconds until it ends if nobody does anything */
    record Left(long seconds) {}

    @GET
    public Left left() {
        return new Left(session.left().toSeconds());
    }

    /** Being asked is enough: this request is somebody's. */
    @POST
    public Left stay() {
        return left();
    }
}
