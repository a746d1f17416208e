package cl.buzon.web.live;

import cl.buzon.web.rest.Busy;
import cl.buzon.web.rest.ListParameters;
import cl.buzon.web.rest.ReportDownload;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The report of cases as a file, with the filters of its page by the names of the API. */
@Path("cases/export")
@RequestScoped
public class ExportResource {

    @Inject
    private ReportDownload download;

    @Inject
    private CurrentActor who;

    /** Whoever clicks a link while too many files are being written gets a page that says so. */
    @GET
    public @Nullable Response export(@Context UriInfo request, @Context HttpServletResponse answer) throws IOException {
        try {
            return download.of(who.actor(), ListParameters.of(request));
        } catch (Busy busy) {
            answer.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Busy.RETRY_AFTER));
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return null;
        }
    }
}
