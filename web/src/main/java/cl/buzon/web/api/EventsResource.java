package cl.buzon.web.api;

import cl.buzon.shared.Fault;
import cl.buzon.web.rest.BadRequest;
import cl.buzon.web.rest.CallerLanguage;
import cl.buzon.web.rest.ListParameters;
import cl.buzon.web.rest.Parameters;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** All that happens to the cases that the token's user may see, in one row that can be followed. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class EventsResource {

    private static final int LONGEST_WAIT = 30;

    @Inject
    private EventPolls polls;

    @Inject
    private CurrentActor who;

    @Inject
    private CallerLanguage language;

    /** With {@code wait}, an answer without entries comes only after so many seconds in which there were none. */
    @GET
    @Parameters({"after", "wait", "limit"})
    public void list(@Context UriInfo request, @Suspended AsyncResponse answer) {
        ListParameters asked = ListParameters.of(request);
        polls.answer(
                new EventPolls.Question(
                        who.actor(), asked.first("after").orElse(null), asked.limit(), language.locale()),
                seconds(asked),
                answer);
    }

    private static int seconds(ListParameters asked) {
        String typed = asked.first("wait").orElse("0");
        if (typed.matches("[0-9]{1,2}") && Integer.parseInt(typed) <= LONGEST_WAIT) {
            return Integer.parseInt(typed);
        }
        throw BadRequest.of(List.of(Fault.of("wait", "OUT_OF_RANGE", 0, LONGEST_WAIT)));
    }
}
