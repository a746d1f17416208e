package cl.buzon.web.api;

import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.rest.ListParameters;
import cl.buzon.web.rest.Parameters;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** The history of a case, oldest first. */
@Path("cases/{number}/activities")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ActivitiesResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private CurrentActor who;

    @GET
    @Parameters({"after", "limit"})
    public Object list(@PathParam("number") CaseNumber number, @Context UriInfo request) {
        ListParameters asked = ListParameters.of(request);
        String after = asked.first("after").orElse(null);
        return PageJson.of(desk.activities(who.actor(), number, after, asked.limit()), ActivityJson::of);
    }
}
