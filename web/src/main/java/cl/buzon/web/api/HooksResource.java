package cl.buzon.web.api;

import cl.buzon.desk.Doorbell;
import cl.buzon.desk.SyncDesk;
import cl.buzon.web.rest.BadRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** By which a ticketing system says that something has changed there; without a connector there is nothing to ring. */
@Path("{system}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
public class HooksResource {

    @Inject
    private Instance<SyncDesk> sync;

    /** Answers as soon as the ring is noted down: nobody waits for the fetch that follows. */
    @POST
    public Response ring(
            @PathParam("system") String system,
            @HeaderParam("X-Buzon-Timestamp") @Nullable String timestamp,
            @HeaderParam("X-Buzon-Signature") @Nullable String signature,
            byte @Nullable [] body) {
        if (!sync.isResolvable()) {
            throw new NotFoundException();
        }
        byte[] said = body == null ? new byte[0] : body;
        return switch (sync.get().ring(system, new Doorbell(timestamp, signature, said))) {
            case HEARD -> Response.accepted().build();
            case FORGED -> throw new NotAuthorizedException("X-Buzon-Signature");
            case UNREADABLE -> throw BadRequest.of("MALFORMED_JSON");
            case NONE -> throw new NotFoundException();
        };
    }
}
