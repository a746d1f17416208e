package cl.buzon.web.live;

import cl.buzon.desk.MailDesk;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * A mail as it looks, for a frame on the operator's page. A document of an origin of its own: its inline styles are the only
 * thing that is allowed it, and only the portal's pages may frame it.
 */
@Path("mails/{id}")
@RequestScoped
public class MailLookResource {

    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    @Inject
    private MailDesk desk;

    @Inject
    private CurrentActor who;

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response look(@PathParam("id") UUID id) {
        return Response.ok(desk.mail(who.actor(), id).html())
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .build();
    }
}
