package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.FileBody;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.TicketId;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of tickets, in and out as streams. */
final class Attachments {

    private static final List<String> COLUMNS = List.of(
            "sys_id",
            "table_name",
            "table_sys_id",
            "file_name",
            "size_bytes",
            "content_type",
            "state",
            "sys_created_on",
            "sys_created_by");

    /** Characters, as the column is delivered: what is longer is cut there without a word, and with it the extension. */
    private static final int LONGEST_NAME = 100;

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,16}$");

    private final Api api;
    private final People people;
    private final String table;
    private final Duration deadline;

    Attachments(Api api, People people, ServiceNowSettings settings) {
        this.api = api;
        this.people = people;
        this.table = settings.table();
        this.deadline = settings.deadline();
    }

    Feed all() {
        return new Feed(
                "poll.files",
                Api.ATTACHMENT,
                "sys_created_on",
                COLUMNS,
                Query.all().in("table_name", tables()),
                this::isOnTicket);
    }

    /** Those of some tickets, at most so many as a query holds. */
    Feed of(Collection<String> tickets) {
        return new Feed(
                "sweep.files",
                Api.ATTACHMENT,
                "sys_created_on",
                COLUMNS,
                Query.all().in("table_sys_id", tickets),
                row -> isOnTicket(row) && tickets.contains(row.text("table_sys_id")));
    }

    /** Those of one ticket, whatever class it is known by. */
    Feed of(TicketId ticket) {
        return new Feed(
                "files",
                Api.ATTACHMENT,
                "sys_created_on",
                COLUMNS,
                Query.all().is("table_sys_id", ticket.value()),
                row -> isOnTicket(row) && row.text("table_sys_id").equals(ticket.value()));
    }

    private List<String> tables() {
        return List.of(table, "task");
    }

    /** What the instance makes for itself, such as small pictures, hangs on tables whose names begin with ZZ_YY. */
    private boolean isOnTicket(Row row) {
        return tables().contains(row.text("table_name"))
                && Query.KEY.matcher(row.text("table_sys_id")).matches();
    }

    List<RemoteFile> files(List<Row> rows) {
        Map<String, RemoteAuthor> authors = people.authors(
                rows.stream().map(row -> row.text("sys_created_by")).toList());
        return rows.stream()
                .map(row -> file(row, Objects.requireNonNull(authors.get(row.text("sys_created_by")))))
                .toList();
    }

    private static RemoteFile file(Row row, RemoteAuthor author) {
        return new RemoteFile(
                row.key(),
                new TicketId(row.text("table_sys_id")),
                author,
                row.time("sys_created_on").orElse(Instant.EPOCH),
                row.text("file_name"),
                row.number("size_bytes").orElse(-1L),
                switch (row.text("state")) {
                    case "", "available", "available_conditionally" -> RemoteFile.Readiness.READY;
                    case "not_available" -> RemoteFile.Readiness.WITHHELD;
                    default -> RemoteFile.Readiness.PENDING;
                });
    }

    /** The name as it will stand there. */
    static String kept(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        Matcher found = EXTENSION.matcher(name);
        String extension = found.find() ? found.group() : "";
        int end = LONGEST_NAME - extension.length() - 1;
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + "…" + extension;
    }

    RemoteFile send(TicketId ticket, OutgoingFile file) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("table_name", table);
        parameters.put("table_sys_id", ticket.value());
        parameters.put("file_name", file.name());
        Row stored = api.upload(
                parameters,
                file.contentType(),
                FileBody.of(file),
                "a file of " + file.size() + " bytes",
                FileBody.within(deadline, file.size()));
        if (!stored.hasKey()) {
            throw new RemoteFailure.OutcomeUnknown("The new file has no sys_id", false, null);
        }
        return file(stored, new RemoteAuthor(stored.text("sys_created_by"), null, true));
    }

    InputStream open(RemoteFile file) {
        return api.download(file.id(), FileBody.within(deadline, file.size())).body(file.size());
    }
}
