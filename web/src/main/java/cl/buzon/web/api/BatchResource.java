package cl.buzon.web.api;

import cl.buzon.desk.BatchDesk;
import cl.buzon.desk.BatchDesk.Outcome;
import cl.buzon.desk.NewCase;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.rest.CallerLanguage;
import cl.buzon.web.rest.JsonRows;
import cl.buzon.web.rest.JsonRows.Row;
import cl.buzon.web.rest.Once;
import cl.buzon.web.rest.Problem;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many cases in one call: good rows proceed, and the answer says for each row the case or what is wrong with it. */
@Path("cases/batch")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class BatchResource {

    @Inject
    private BatchDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private Once once;

    @Inject
    private CallerLanguage language;

    /** @param index of the row in the array that was sent, from 0 */
    record RowJson(
            int index, BatchDesk.Status status, @Nullable String number, List<Problem.FieldError> errors) {}

    /** All rows are looked through before the first is opened: what is no JSON at all opens nothing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ItemsJson<RowJson> open(InputStream body) throws IOException {
        Actor actor = who.actor();
        String key = once.key().orElse(null);
        try (JsonRows rows = JsonRows.receive(body, BatchDesk.MAX_ROWS)) {
            desk.begin(actor, key, once.fingerprint());
            return new ItemsJson<>(rows.each(NewCase.class, (place, row) -> json(place, open(actor, key, place, row))));
        }
    }

    private Outcome open(Actor actor, @Nullable String key, int place, Row<NewCase> row) {
        return row.value() == null ? Outcome.rejected(row.faults()) : desk.open(actor, key, place, row.value());
    }

    private RowJson json(int place, Outcome outcome) {
        CaseNumber number = outcome.number();
        return new RowJson(
                place,
                outcome.status(),
                number == null ? null : number.value(),
                Problem.errors(outcome.faults(), language.locale()));
    }
}
