package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.Commentary;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;

/** Makes cases that can be found again: what was made is compared with what was sent. */
final class NewCases {

    private final Api api;
    private final ServiceNowSettings settings;
    private final CaseTable cases;
    private final CaseRows rows;
    private final Lengths lengths;
    private final Identity identity;

    NewCases(Api api, ServiceNowSettings settings, CaseTable cases, CaseRows rows, Lengths lengths, Identity identity) {
        this.api = api;
        this.settings = settings;
        this.cases = cases;
        this.rows = rows;
        this.lengths = lengths;
        this.identity = identity;
    }

    Row create(NewTicket wish) {
        JsonObject body = rows.fresh(wish);
        Row made = api.write("case.create", "POST", cases.path(), body, columns(body));
        if (!made.hasKey()) {
            throw new RemoteFailure.OutcomeUnknown("The new case has no sys_id", false, null);
        }
        identity.made(made.text("sys_created_by"));
        made.time("sys_updated_on").ifPresent(api.clock()::madeNow);
        judge(body, made);
        return made;
    }

    /** Gives a case what it lacks of what it is found by. */
    Row complete(TicketId ticket, NewTicket wish) {
        JsonObject whole = rows.fresh(wish);
        Row before = cases.read(ticket, columns(whole));
        JsonObjectBuilder lacking = Json.createObjectBuilder();
        for (String column : List.of(
                "correlation_id",
                "correlation_display",
                settings.names().category(),
                settings.names().trackingNumber())) {
            if (whole.containsKey(column) && before.text(column).isEmpty()) {
                lacking.add(column, whole.get(column));
            }
        }
        JsonObject body = lacking.build();
        if (body.isEmpty()) {
            return before;
        }
        Row after = api.write("case.change", "PATCH", cases.path(ticket), body, columns(whole));
        judge(body, after);
        return after;
    }

    /** The texts of a new case that do not fit into it. */
    List<String> cut(NewTicket wish) {
        List<String> whole = new ArrayList<>();
        if (!JournalText.COMMENTARY.fits(CaseRows.oneLine(wish.subject()), lengths.of("short_description"))) {
            whole.add(wish.subject());
        }
        if (!JournalText.COMMENTARY.fits(wish.description(), lengths.of("description"))) {
            whole.add(wish.description());
        }
        return whole;
    }

    /**
     * Texts may come back shorter than we thought they might be; by the rest the case is recognised, and it must be there
     * as it was sent. What is hidden from us may well be there; without our key the case would not be found again.
     */
    private void judge(JsonObject sent, Row answer) {
        for (String column : List.of("short_description", "description")) {
            String stored = answer.text(column);
            if (sent.containsKey(column)
                    && !stored.isEmpty()
                    && sent.getString(column).startsWith(stored)
                    && sent.getString(column).length() > stored.length()) {
                lengths.learn(column, Commentary.length(stored));
            }
        }
        for (String column : List.of(
                "correlation_id", settings.names().category(), settings.names().trackingNumber())) {
            if (sent.containsKey(column)) {
                String wanted = sent.getString(column);
                String stored = answer.text(column);
                boolean hidden = !answer.json().containsKey(column);
                if (hidden && !column.equals("correlation_id")) {
                    continue;
                }
                if (stored.isEmpty() || (stored.length() < wanted.length() && wanted.startsWith(stored))) {
                    throw new RemoteFailure.Refused(
                            "The column " + column + " of " + settings.table() + " did not take its value: it does not "
                                    + "exist, is too short or is hidden from us",
                            "POST " + cases.path() + " " + Api.REDACTION.of(sent),
                            answer.get(column)
                                            .map(value -> column + "=" + value)
                                            .orElse("no " + column) + " in " + answer.text("number"));
                }
            }
        }
    }

    private List<String> columns(JsonObject body) {
        List<String> all = new ArrayList<>(rows.columns());
        body.keySet().stream().filter(column -> !all.contains(column)).forEach(all::add);
        return all;
    }
}
