package cl.buzon.web.api;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.NewCase;
import cl.buzon.desk.ReportDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Page;
import cl.buzon.web.rest.Bodies;
import cl.buzon.web.rest.ListParameters;
import cl.buzon.web.rest.Once;
import cl.buzon.web.rest.Parameters;
import cl.buzon.web.rest.PublicAddress;
import cl.buzon.web.rest.ReportDownload;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The cases that the token's user may see. */
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CasesResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private ReportDesk report;

    @Inject
    private CurrentActor who;

    @Inject
    private ReportDownload download;

    @Inject
    private PublicAddress address;

    @Inject
    private Once once;

    @GET
    @Parameters(
            value = {"from", "to", "q", "sort", "limit", "cursor"},
            repeatable = {"state", "category", "compensation"})
    public Object list(@Context UriInfo request) {
        ListParameters asked = ListParameters.of(request);
        Page<CaseView> page = report.cases(
                who.actor(),
                asked.filter(report::situations),
                asked.first("cursor").orElse(null),
                asked.limit());
        return PageJson.of(page, CaseJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@Nullable NewCase wish) {
        NewCase sent = Bodies.required(wish);
        return once.answer(who.actor(), () -> {
            Actor actor = who.actor();
            CaseNumber number = desk.open(actor, sent);
            return CaseAnswers.of(Response.created(address.of("/api/v1/cases/" + number)), desk.view(actor, number))
                    .build();
        });
    }

    /** Also for those who by habit accept JSON only: the address says the format. */
    @GET
    @Path("export")
    @Parameters(
            value = {"format", "from", "to", "q", "sort"},
            repeatable = {"state", "category", "compensation"})
    @Produces(MediaType.WILDCARD)
    public Response export(@Context UriInfo request) {
        return download.of(who.actor(), ListParameters.of(request));
    }

    /** Its path leaves out words such as export: RESTEasy looks at the media types of both before their paths. */
    @GET
    @Path("{number: [A-Z0-9]+}")
    public Response view(@PathParam("number") CaseNumber number, @Context HttpHeaders asked) {
        return CaseAnswers.unlessKnown(desk.view(who.actor(), number), asked);
    }
}
