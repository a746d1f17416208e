package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.Door;
import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseState;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Request Tracker as a ticketing system: a case is a ticket, what is said on it is correspondence, files lie on that. */
final class RequestTracker implements TicketingSystem {

    private static final Door DOOR = new Door(RequestTrackerAdapter.NAME, "ticket");

    /** It takes whatever fits into its memory, unless its administrators say otherwise. */
    private static final long MAX_FILE = 256L * 1024 * 1024;

    /** A file without bytes is refused as one that is missing. */
    private static final long MIN_FILE = 1;

    /** It knows no limit that a person would reach by writing. */
    private static final int LONGEST_REPLY = 30_000;

    private final Parts parts;
    private final Capabilities capabilities;

    RequestTracker(Parts parts) {
        this.parts = parts;
        Set<TicketField> fields = EnumSet.allOf(TicketField.class);
        parts.settings()
                .fields()
                .resolutionCode()
                .ifPresentOrElse(any -> {}, () -> fields.remove(TicketField.RESOLUTION_CODE));
        parts.settings()
                .fields()
                .resolutionNotes()
                .ifPresentOrElse(any -> {}, () -> fields.remove(TicketField.RESOLUTION_NOTES));
        this.capabilities = new Capabilities(
                fields,
                parts.settings().closesByResolving() ? Map.of(CaseState.CLOSED, CaseState.RESOLVED) : Map.of(),
                MIN_FILE,
                MAX_FILE);
    }

    @Override
    public String name() {
        return RequestTrackerAdapter.NAME;
    }

    @Override
    public Optional<Door> door() {
        return Optional.of(DOOR);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Optional<Ticket> find(Correlation ours) {
        return parts.tickets().find(ours);
    }

    @Override
    public Ticket read(TicketId ticket) {
        return parts.tickets().ticket(parts.tickets().read(ticket), null);
    }

    @Override
    public Ticket create(NewTicket wish) {
        return parts.fresh().create(wish);
    }

    @Override
    public Ticket complete(TicketId ticket, NewTicket wish) {
        return parts.fresh().complete(ticket, wish);
    }

    @Override
    public Ticket update(TicketId ticket, TicketFields changes) {
        return parts.tickets().update(ticket, changes);
    }

    @Override
    public List<String> comments(String author, String text) {
        return TicketRecords.COMMENTARY.comments(author, text, LONGEST_REPLY);
    }

    @Override
    public Ticket say(TicketId ticket, String comment) {
        return parts.replies().say(ticket, comment);
    }

    @Override
    public String fileName(String ours) {
        return Multipart.name(ours);
    }

    @Override
    public RemoteFile attach(TicketId ticket, OutgoingFile file) {
        return parts.replies().attach(ticket, file);
    }

    @Override
    public List<RemoteMessage> messages(TicketId ticket) {
        return parts.conversations().messages(ticket);
    }

    @Override
    public List<RemoteFile> files(TicketId ticket) {
        return parts.conversations().files(ticket);
    }

    @Override
    public InputStream open(RemoteFile file) {
        return parts.replies().open(file);
    }

    @Override
    public Changes changes(Watermark since) {
        return parts.changes().since(since);
    }

    @Override
    public Changes survey(List<TicketId> known) {
        return parts.changes().survey(known);
    }

    @Override
    public List<Finding> examine(Needs needs) {
        return new Examination(parts.probe(), needs).run();
    }
}
