package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** A ServiceNow instance: a case is a row, its messages are comments, its files attachments. */
final class ServiceNow implements TicketingSystem {

    /** Of a journal entry and of long texts, in characters, as documented. */
    private static final int LONG_TEXT = 4000;

    private static final int SHORT_TEXT = 160;

    /** What an instance takes unless it is told otherwise, in bytes. */
    private static final long MAX_FILE = 1024L * 1024 * 1024;

    private final String name;
    private final ServiceNowSettings settings;
    private final Tables tables;
    private final People people;
    private final Columns columns;
    private final Listening listening;

    private ServiceNow(String name, ServiceNowSettings settings, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.tables = new Tables(settings, clock);
        this.people = new People(tables, settings, clock);
        this.columns = new Columns(settings);
        this.listening = new Listening(settings, tables, people, columns, clock);
    }

    static ServiceNow of(String name, ServiceNowSettings settings, Clock clock) {
        return new ServiceNow(name, settings, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(EnumSet.allOf(TicketField.class), true, MAX_FILE);
    }

    /** The field is neither unique nor safe to leave empty: what comes back is compared with what was asked for. */
    @Override
    public Optional<Ticket> find(Correlation ours) {
        List<JsonObject> rows = tables.list(
                        settings.table(), "correlation_id=" + ours.id().value(), columns.wanted(), 2)
                .rows();
        List<Ticket> found = rows.stream()
                .map(this::ticket)
                .filter(one -> ours.id().equals(one.ours()))
                .toList();
        if (found.size() > 1) {
            throw new RemoteFailure.Refused(
                    "several records have the correlation id of " + ours.number(),
                    "GET " + settings.table() + " correlation_id=" + ours.id().value(),
                    found.stream().map(Ticket::number).toList().toString());
        }
        return found.stream().findFirst();
    }

    @Override
    public Ticket read(TicketId ticket) {
        return ticket(tables.get(settings.table(), ticket.value(), columns.wanted()));
    }

    @Override
    public Ticket create(NewTicket wish) {
        String email = wish.customer().email();
        JsonObjectBuilder row = Json.createObjectBuilder()
                .add("correlation_id", wish.correlation().id().value().toString())
                .add("correlation_display", wish.correlation().number().value())
                .add("short_description", Words.cut(Words.fit(wish.subject()), SHORT_TEXT))
                .add("description", Words.cut(Words.fit(wish.description()), LONG_TEXT))
                .add("contact_type", "web")
                .add(settings.category(), wish.category());
        Optional.ofNullable(wish.trackingNumber()).ifPresent(value -> row.add(settings.trackingNumber(), value));
        people.contact(email).ifPresent(contact -> row.add("contact", contact));
        people.accountOfContact(email).ifPresent(account -> row.add("account", account));
        Optional.ofNullable(settings.assignmentGroup())
                .flatMap(people::group)
                .ifPresent(group -> row.add("assignment_group", group));
        add(row, wish.fields());
        JsonObject made = tables.create(settings.table(), row.build(), columns.wanted());
        people.isUs(Columns.text(made, "sys_created_by"));
        return ticket(made);
    }

    @Override
    public List<String> overflow(NewTicket wish) {
        String whole = Words.fit(wish.description());
        return Words.isTooLong(whole, LONG_TEXT)
                ? Words.comments(wish.customer().name(), wish.description(), LONG_TEXT)
                : List.of();
    }

    /** An instance may demand a solution of what is closed, though the customer closed it: then it gets the usual one. */
    @Override
    public Ticket update(TicketId ticket, TicketFields changes) {
        JsonObject wish = add(Json.createObjectBuilder(), changes).build();
        try {
            return patch(ticket, wish);
        } catch (RemoteFailure.Refused refused) {
            boolean lacksSolution = refused.answer().contains("mandatory")
                    && wish.containsKey("state")
                    && !wish.containsKey("resolution_code");
            if (!lacksSolution) {
                throw refused;
            }
            return patch(
                    ticket,
                    Json.createObjectBuilder(wish)
                            .add("resolution_code", settings.closeCode())
                            .add("close_notes", settings.closeNotes())
                            .build());
        }
    }

    private Ticket patch(TicketId ticket, JsonObject changes) {
        JsonObject row = tables.update(settings.table(), ticket.value(), changes, columns.wanted());
        people.isUs(Columns.text(row, "sys_updated_by"));
        return ticket(row);
    }

    private JsonObjectBuilder add(JsonObjectBuilder row, TicketFields fields) {
        fields.values().forEach((field, value) -> {
            switch (field) {
                case STATE -> row.add("state", settings.states().get(CaseState.valueOf(value)));
                case EXECUTIVE -> people.user(value).ifPresent(user -> row.add("assigned_to", user));
                case COMPENSATION_STATE ->
                    row.add(
                            settings.compensationState(),
                            settings.compensations().get(CompensationState.valueOf(value)));
                case COMPENSATION_AMOUNT -> row.add(settings.compensationAmount(), value);
                case RESOLUTION_CODE -> {
                    if (!value.isEmpty()) {
                        row.add("resolution_code", value);
                    }
                }
                case RESOLUTION_NOTES -> {
                    if (!value.isEmpty()) {
                        row.add("close_notes", Words.fit(value));
                    }
                }
            }
        });
        return row;
    }

    @Override
    public List<String> comments(String author, String text) {
        return Words.comments(author, text, LONG_TEXT);
    }

    @Override
    public Ticket say(TicketId ticket, String comment) {
        return patch(ticket, Json.createObjectBuilder().add("comments", comment).build());
    }

    @Override
    public RemoteFile attach(TicketId ticket, OutgoingFile file) {
        JsonObject stored = tables.attach(
                settings.table(), ticket.value(), file.name(), file.contentType(), file.size(), () -> open(file));
        people.isUs(Columns.text(stored, "sys_created_by"));
        RemoteFile kept = listening.file(stored, people.authors(List.of()));
        if (kept.size() != file.size()) {
            throw new RemoteFailure.Refused(
                    "the instance has stored " + kept.size() + " of " + file.size() + " bytes",
                    "POST /api/now/attachment/file " + file.name(),
                    Answers.shown(stored.toString()));
        }
        return kept;
    }

    private static InputStream open(OutgoingFile file) {
        try {
            return file.content().open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<RemoteMessage> messages(TicketId ticket) {
        return listening.messages(ticket);
    }

    @Override
    public List<RemoteFile> files(TicketId ticket) {
        return listening.files(ticket);
    }

    @Override
    public InputStream open(RemoteFile file) {
        return tables.open(file.id(), file.size());
    }

    @Override
    public Changes changes(Watermark since) {
        return listening.changes(since);
    }

    private Ticket ticket(JsonObject row) {
        return columns.ticket(row, people::email);
    }
}
