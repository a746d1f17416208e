package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.Door;
import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
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
import jakarta.json.Json;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ServiceNow as a ticketing system: a case is a row, what is said on it is in the journal, files are attachments. */
final class ServiceNow implements TicketingSystem {

    private static final Door DOOR = new Door("servicenow", "sys_id");

    /** What an instance takes unless its administrators say otherwise. */
    private static final long MAX_FILE = 1024L * 1024 * 1024;

    private static final Capabilities CAPABILITIES =
            new Capabilities(EnumSet.allOf(TicketField.class), Map.of(), 0, MAX_FILE);

    private final String name;
    private final Parts parts;

    /** @param name by which it was chosen */
    ServiceNow(String name, Parts parts) {
        this.name = name;
        this.parts = parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Door> door() {
        return Optional.of(DOOR);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Optional<Ticket> find(Correlation ours) {
        List<Row> found = parts.cases().find(ours);
        List<Row> keyed = found.stream()
                .filter(row -> CaseTable.isOurs(row, ours.id().toString()))
                .toList();
        if (!keyed.isEmpty()) {
            return only(keyed, "carry the correlation_id " + ours.id());
        }
        List<Row> alike =
                found.stream().filter(row -> parts.rows().isAbout(row, ours)).toList();
        return only(alike, "carry the number " + ours.number().value() + " and could be ours");
    }

    private Optional<Ticket> only(List<Row> found, String which) {
        if (found.size() > 1) {
            throw new RemoteFailure.Refused(
                    "Several cases " + which,
                    "GET cases that " + which,
                    String.join(
                            ", ", found.stream().map(row -> row.text("number")).toList()));
        }
        return found.stream().findFirst().map(parts.rows()::ticket);
    }

    @Override
    public Ticket read(TicketId ticket) {
        return parts.rows().ticket(parts.cases().read(ticket));
    }

    @Override
    public Ticket create(NewTicket wish) {
        return parts.rows().written(parts.fresh().create(wish));
    }

    @Override
    public Ticket complete(TicketId ticket, NewTicket wish) {
        return parts.rows().written(parts.fresh().complete(ticket, wish));
    }

    @Override
    public List<String> overflow(NewTicket wish) {
        List<String> whole = new ArrayList<>();
        for (String text : parts.fresh().cut(wish)) {
            whole.addAll(comments(wish.customer().name(), text));
        }
        return whole;
    }

    @Override
    public Ticket update(TicketId ticket, TicketFields changes) {
        return parts.rows().written(parts.cases().update(ticket, changes));
    }

    @Override
    public List<String> comments(String author, String text) {
        return JournalText.COMMENTARY.comments(author, text, parts.lengths().of("comments"));
    }

    @Override
    public Ticket say(TicketId ticket, String comment) {
        Row row = parts.cases()
                .patch(
                        "message.send",
                        ticket,
                        Json.createObjectBuilder().add("comments", comment).build());
        parts.identity().learn(row.text("sys_updated_by"));
        return parts.rows().written(row);
    }

    @Override
    public String fileName(String ours) {
        return Attachments.kept(ours);
    }

    @Override
    public RemoteFile attach(TicketId ticket, OutgoingFile file) {
        RemoteFile stored = parts.attachments().send(CaseTable.checked(ticket), file);
        parts.identity().made(stored.author().name());
        return stored;
    }

    @Override
    public List<RemoteMessage> messages(TicketId ticket) {
        return parts.journal().said(parts.api(), CaseTable.checked(ticket));
    }

    @Override
    public List<RemoteFile> files(TicketId ticket) {
        return parts.attachments()
                .files(parts.attachments().of(CaseTable.checked(ticket)).all(parts.api()));
    }

    @Override
    public InputStream open(RemoteFile file) {
        return parts.attachments().open(file);
    }

    @Override
    public Changes changes(Watermark since) {
        return parts.changes().since(since);
    }

    @Override
    public Changes survey(List<TicketId> known) {
        return parts.survey().of(known);
    }

    @Override
    public List<Finding> examine(Needs needs) {
        return new Examination(parts.probe(), needs).run();
    }
}
