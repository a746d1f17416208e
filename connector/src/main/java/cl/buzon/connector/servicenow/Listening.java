package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hears what has happened on the instance: rows, comments and files, each in the order of its own time, a little of what
 * was heard before once more, since what is committed late may be stamped before. Work notes are neither asked for nor
 * let through.
 */
final class Listening {

    private static final int PAGE = 100;

    /** What a long transaction over there may be late by. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Longer than any clock of theirs can be behind ours. */
    private static final Duration FIRST = Duration.ofHours(26);

    private static final String COMMENTS = "comments";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final ServiceNowSettings settings;
    private final Tables tables;
    private final People people;
    private final Columns columns;
    private final Clock clock;

    Listening(ServiceNowSettings settings, Tables tables, People people, Columns columns, Clock clock) {
        this.settings = settings;
        this.tables = tables;
        this.people = people;
        this.columns = columns;
        this.clock = clock;
    }

    List<RemoteMessage> messages(TicketId ticket) {
        return messages(all("element=" + COMMENTS + "^element_id=" + key(ticket), "sys_created_on", this::journal));
    }

    List<RemoteFile> files(TicketId ticket) {
        return files(all("table_sys_id=" + key(ticket), "sys_created_on", tables::attachments));
    }

    /** What can stand in a query. */
    private static String key(TicketId ticket) {
        if (!KEY.matcher(ticket.value()).matches()) {
            throw new IllegalArgumentException("no key of a record: " + ticket);
        }
        return ticket.value();
    }

    Changes changes(Watermark since) {
        Places places = places(since);
        knowUs();
        Stretch rows = stretch(
                places.rows(),
                "correlation_idISNOTEMPTY",
                "sys_updated_on",
                (query, limit) -> tables.list(settings.table(), query, columns.wanted(), limit));
        Stretch comments = stretch(
                places.comments(),
                "element=" + COMMENTS + "^nameIN" + settings.table() + ",task",
                "sys_created_on",
                this::journal);
        Stretch files = stretch(
                places.files(), "table_nameIN" + settings.table() + ",task", "sys_updated_on", tables::attachments);
        List<Ticket> tickets = rows.found().stream()
                .map(row -> columns.ticket(row, people::email))
                .filter(ticket -> ticket.ours() != null)
                .toList();
        Places next = new Places(rows.next(), comments.next(), files.next());
        return new Changes(
                tickets,
                messages(comments.found()),
                files(files.found()),
                new Watermark(next.text()),
                rows.next().isWithin()
                        || comments.next().isWithin()
                        || files.next().isWithin());
    }

    private Places places(Watermark since) {
        if (since.isBeginning()) {
            return Places.from(Instant.EPOCH);
        }
        return since.isStart() ? Places.from(clock.instant().minus(FIRST)) : Places.read(since.value());
    }

    /** Of a client without a user of its own we learn the name from what it has made. */
    private void knowUs() {
        if (!people.knowsUs()) {
            tables.list(settings.table(), "correlation_idISNOTEMPTY^ORDERBYsys_created_on", "sys_created_by", 1)
                    .rows()
                    .forEach(row -> people.isUs(Columns.text(row, "sys_created_by")));
        }
    }

    /** Asks for some rows. */
    private interface Source {
        Tables.Rows ask(String query, int limit);
    }

    private Tables.Rows journal(String query, int limit) {
        return tables.list(
                "sys_journal_field", query, "sys_id,element_id,element,value,sys_created_on,sys_created_by", limit);
    }

    private record Stretch(List<JsonObject> found, Place next) {}

    private Stretch stretch(Place place, String scope, String time, Source source) {
        Tables.Rows page = source.ask(place.query(scope, time, OVERLAP), PAGE);
        List<JsonObject> found = page.rows();
        if (found.isEmpty()) {
            return new Stretch(found, place.atRest());
        }
        JsonObject last = found.get(found.size() - 1);
        Instant at = Columns.time(last, time);
        boolean more = found.size() >= PAGE || page.total() > found.size();
        Place next = more
                ? place.within(at, Columns.text(last, "sys_id").orElse(""))
                : place.passed(at).atRest();
        return new Stretch(found, next);
    }

    private static List<JsonObject> all(String scope, String time, Source source) {
        List<JsonObject> all = new ArrayList<>();
        Place place = Place.at(Instant.EPOCH);
        boolean more;
        do {
            Tables.Rows page = source.ask(place.query(scope, time, Duration.ZERO), PAGE);
            all.addAll(page.rows());
            more = page.rows().size() >= PAGE;
            if (more) {
                JsonObject last = page.rows().get(page.rows().size() - 1);
                place = place.within(
                        Columns.time(last, time), Columns.text(last, "sys_id").orElse(""));
            }
        } while (more);
        return all;
    }

    private List<RemoteMessage> messages(List<JsonObject> rows) {
        List<JsonObject> said = rows.stream()
                .filter(row -> COMMENTS.equals(Columns.text(row, "element").orElse("")))
                .filter(row ->
                        KEY.matcher(Columns.text(row, "element_id").orElse("")).matches())
                .toList();
        Map<String, RemoteAuthor> authors = authors(said);
        return said.stream()
                .map(row -> {
                    RemoteAuthor author = author(row, authors);
                    String text = Columns.text(row, "value").orElse("");
                    return new RemoteMessage(
                            Columns.text(row, "sys_id").orElse(""),
                            new TicketId(Columns.text(row, "element_id").orElse("")),
                            author,
                            Columns.time(row, "sys_created_on"),
                            author.us() ? text : Words.plain(text));
                })
                .toList();
    }

    private List<RemoteFile> files(List<JsonObject> rows) {
        List<JsonObject> shown = rows.stream()
                .filter(row -> {
                    String table = Columns.text(row, "table_name").orElse("");
                    return table.equals(settings.table()) || table.equals("task");
                })
                .filter(row -> KEY.matcher(Columns.text(row, "table_sys_id").orElse(""))
                        .matches())
                .toList();
        Map<String, RemoteAuthor> authors = authors(shown);
        return shown.stream().map(row -> file(row, authors)).toList();
    }

    RemoteFile file(JsonObject row, Map<String, RemoteAuthor> authors) {
        String size = Columns.text(row, "size_bytes").orElse("0");
        return new RemoteFile(
                Columns.text(row, "sys_id").orElse(""),
                new TicketId(Columns.text(row, "table_sys_id").orElse("?")),
                author(row, authors),
                Columns.time(row, "sys_created_on"),
                Columns.text(row, "file_name").orElse(""),
                size.matches("[0-9]{1,18}") ? Long.parseLong(size) : 0,
                readiness(Columns.text(row, "state").orElse("")));
    }

    private static RemoteFile.Readiness readiness(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "pending" -> RemoteFile.Readiness.PENDING;
            case "not_available" -> RemoteFile.Readiness.WITHHELD;
            default -> RemoteFile.Readiness.READY;
        };
    }

    private Map<String, RemoteAuthor> authors(Collection<JsonObject> rows) {
        return people.authors(rows.stream()
                .map(row -> Columns.text(row, "sys_created_by").orElse(""))
                .toList());
    }

    private RemoteAuthor author(JsonObject row, Map<String, RemoteAuthor> authors) {
        String name = Columns.text(row, "sys_created_by").orElse("");
        return authors.getOrDefault(name, new RemoteAuthor(name, null, people.isUs(name)));
    }
}
