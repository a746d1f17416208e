package cl.buzon.web.live;

import cl.buzon.web.rest.ListParameters;
import cl.buzon.web.rest.ReportDownload;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The report of cases as a file, with the filters of its page by the names of the API. */
@Path("cases/export")
@RequestScoped
public class ExportResource {

    @Inject
    private ReportDownload download;

    @Inject
    private CurrentActor who;

    @GET
    public Response export(@Context UriInfo request) {
        return download.of(who.actor(), ListParameters.of(request));
    }
}
