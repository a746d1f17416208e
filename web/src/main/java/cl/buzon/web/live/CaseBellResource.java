package cl.buzon.web.live;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/**
 * The doorbell of an open case page. It says that there is something to fetch, and never what: whoever hears it asks for
 * the page's own fragment, and is judged as for any other page.
 */
@Path("cases/{number}/bell")
@RequestScoped
public class CaseBellResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private CaseBells bells;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(
            @PathParam("number") CaseNumber number,
            @Context SseEventSink listener,
            @Context Sse events,
            @Context HttpServletResponse answer) {
        CaseView seen = desk.view(who.actor(), number);
        answer.setHeader("X-Accel-Buffering", "no"); // what nginx and its kin look at
        bells.hang(who.actor(), seen.number(), new BellWire(listener, events));
    }
}
