package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of cases: found, read and changed, and each answer compared with what was asked for. */
final class CaseTable {

    private static final Set<String> ENDS = Set.of("RESOLVED", "CLOSED");
    private static final int FOUND = 10;

    private final Api api;
    private final ServiceNowSettings settings;
    private final CaseRows rows;
    private final Choices choices;
    private final String path;

    CaseTable(Api api, ServiceNowSettings settings, CaseRows rows, Choices choices) {
        this.api = api;
        this.settings = settings;
        this.rows = rows;
        this.choices = choices;
        this.path = Api.TABLE + settings.table();
    }

    /**
     * Those that carry our key, and, where the settings allow it, those that nobody has put a key on yet and that carry our
     * number. An answer that has others as well did not heed the question, so that nothing can be concluded from it.
     */
    List<Row> find(Correlation ours) {
        String id = ours.id().toString();
        String number = ours.number().value();
        Query query = Query.all().is("correlation_id", id);
        if (settings.adopts()) {
            query = query.or(Query.all().is("correlation_display", number).isAbsent("correlation_id"))
                    .or(Query.all().is("number", number).isAbsent("correlation_id"));
        }
        Rows page = api.list("case.find", path, query, sought(), FOUND, 0);
        List<Row> found = page.rows();
        for (Row row : found) {
            if (!row.json().containsKey("correlation_id")) {
                throw unclear(id, "The column correlation_id of " + settings.table() + " is hidden from us", row);
            }
            if (!isOurs(row, id) && !(settings.adopts() && isNumbered(row, number))) {
                throw unclear(id, "The instance does not heed correlation_id in queries", row);
            }
        }
        if (page.total() > found.size()) {
            // What cannot be seen would be made once more with every try
            throw new RemoteFailure.Refused(
                    "A record of " + settings.table() + " with our correlation_id or number is hidden from us",
                    "GET " + path + " correlation_id=" + id,
                    "200 X-Total-Count=" + page.total() + " and " + found.size() + " rows");
        }
        return found.stream().filter(Row::hasKey).toList();
    }

    private RemoteFailure.Refused unclear(String id, String why, Row row) {
        return new RemoteFailure.Refused(why, "GET " + path + " correlation_id=" + id, "a row " + row.text("number"));
    }

    static boolean isOurs(Row row, String id) {
        return row.text("correlation_id").strip().equalsIgnoreCase(id);
    }

    private static boolean isNumbered(Row row, String number) {
        return row.text("correlation_id").isBlank()
                && (row.text("correlation_display").equalsIgnoreCase(number)
                        || row.text("number").equalsIgnoreCase(number));
    }

    private List<String> sought() {
        List<String> columns = new ArrayList<>(rows.columns());
        if (settings.adopts()) {
            columns.addAll(List.of(
                    "correlation_display", "short_description", settings.names().trackingNumber()));
        }
        return columns;
    }

    Row read(TicketId ticket) {
        return read(ticket, rows.columns());
    }

    Row read(TicketId ticket, List<String> columns) {
        return same(ticket, api.read("case.read", path(ticket), columns));
    }

    /** A state may want a solution that nobody wrote: then the platform's own words stand for it. */
    Row update(TicketId ticket, TicketFields changes) {
        JsonObject body = rows.changed(changes);
        if (body.isEmpty()) {
            return read(ticket);
        }
        try {
            return patch("case.change", ticket, body);
        } catch (RemoteFailure.Refused refused) {
            boolean ends = changes.get(TicketField.STATE).filter(ENDS::contains).isPresent();
            if (!ends || !refused.answer().contains("Data Policy")) {
                throw refused;
            }
            JsonObjectBuilder more = Json.createObjectBuilder(body);
            if (!body.containsKey("resolution_code")) {
                more.add("resolution_code", code());
            }
            if (!body.containsKey("close_notes")) {
                more.add("close_notes", settings.closing().notes());
            }
            return patch("case.change", ticket, more.build());
        }
    }

    private String code() {
        String set = settings.closing().code();
        return set.isEmpty() ? choices.closedByCustomer() : set;
    }

    Row patch(String name, TicketId ticket, JsonObject body) {
        Row after = api.write(name, "PATCH", path(ticket), body, rows.columns());
        if (after.hasKey() && !after.key().equals(ticket.value())) {
            throw new RemoteFailure.OutcomeUnknown("Another case was answered", false, null);
        }
        return after.hasKey() ? after : reread(ticket);
    }

    /** A write that was answered well is done, whatever becomes of reading what it made. */
    private Row reread(TicketId ticket) {
        try {
            return read(ticket);
        } catch (RemoteFailure failure) {
            throw new RemoteFailure.OutcomeUnknown(
                    "The case was changed and cannot be read: " + failure.getMessage(), false, failure);
        }
    }

    String path() {
        return path;
    }

    String path(TicketId ticket) {
        return path + "/" + checked(ticket).value();
    }

    private static Row same(TicketId ticket, Row row) {
        if (!row.key().equals(ticket.value())) {
            throw new RemoteFailure.Unreachable("Another case was answered than asked for", null);
        }
        return row;
    }

    static TicketId checked(TicketId ticket) {
        if (!Query.KEY.matcher(ticket.value()).matches()) {
            throw new RemoteFailure.Gone("No sys_id: " + ticket);
        }
        return ticket;
    }

    /** Who made the newest case that came by the web and carries a key as ours: in all likelihood we did. */
    static Optional<String> latestMaker(Api api, String table) {
        Query query = Query.all()
                .isPresent("correlation_id")
                .is("contact_type", "web")
                .newestFirst("sys_created_on");
        return api
                .list("lookup", Api.TABLE + table, query, List.of("sys_id", "correlation_id", "sys_created_by"), 20, 0)
                .rows()
                .stream()
                .filter(row -> CaseRows.ours(row) != null)
                .map(row -> row.text("sys_created_by"))
                .filter(maker -> !maker.isEmpty())
                .findFirst();
    }
}
