package cl.buzon.connector.example;

import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A notebook on somebody's desk: each line is a change, and a ticket is what its lines add up to. */
final class Notebook implements TicketingSystem {

    static final RemoteAuthor US = new RemoteAuthor("Buzón", null, true);

    private final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
    private final List<RemoteMessage> messages = new ArrayList<>();
    private final List<RemoteFile> files = new ArrayList<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private long lines;

    @Override
    public String name() {
        return "notebook";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(EnumSet.allOf(TicketField.class), Map.of(), 0, 1_000_000);
    }

    @Override
    public synchronized Optional<Ticket> find(Correlation ours) {
        return tickets.values().stream()
                .filter(one -> ours.id().equals(one.ours()))
                .findFirst();
    }

    @Override
    public synchronized Ticket read(TicketId id) {
        return Optional.ofNullable(tickets.get(id)).orElseThrow(() -> new RemoteFailure.Gone("No line has " + id));
    }

    @Override
    public synchronized Ticket create(NewTicket wish) {
        String number = String.format(java.util.Locale.ROOT, "%06d", ++lines);
        return put(new Ticket(new TicketId(number), number, wish.correlation().id(), stamp(), wish.fields()));
    }

    @Override
    public synchronized Ticket update(TicketId id, TicketFields changes) {
        Ticket now = read(id);
        TicketFields fields = now.fields();
        for (Map.Entry<TicketField, String> change : changes.values().entrySet()) {
            fields = fields.with(change.getKey(), change.getValue());
        }
        lines++;
        return put(new Ticket(id, now.number(), now.ours(), stamp(), fields));
    }

    @Override
    public List<String> comments(String author, String text) {
        return List.of(author + " (portal): " + text);
    }

    @Override
    public synchronized Ticket say(TicketId id, String comment) {
        return write(id, US, comment);
    }

    synchronized Ticket write(TicketId id, RemoteAuthor author, String text) {
        Ticket now = update(id, TicketFields.none());
        messages.add(new RemoteMessage(
                now.stamp().revision() + "", id, author, now.stamp().at(), text));
        return now;
    }

    @Override
    public synchronized RemoteFile attach(TicketId id, OutgoingFile file) {
        try (InputStream bytes = file.content().open()) {
            return clip(id, US, file.name(), bytes.readAllBytes());
        } catch (IOException e) {
            throw new RemoteFailure.Unreachable("The file could not be read", e);
        }
    }

    synchronized RemoteFile clip(TicketId id, RemoteAuthor author, String name, byte[] bytes) {
        Stamp stamp = update(id, TicketFields.none()).stamp();
        RemoteFile file = new RemoteFile(
                stamp.revision() + "", id, author, stamp.at(), name, bytes.length, RemoteFile.Readiness.READY);
        contents.put(file.id(), bytes);
        files.add(file);
        return file;
    }

    @Override
    public synchronized List<RemoteMessage> messages(TicketId id) {
        return messages.stream().filter(one -> one.ticket().equals(id)).toList();
    }

    @Override
    public synchronized List<RemoteFile> files(TicketId id) {
        return files.stream().filter(one -> one.ticket().equals(id)).toList();
    }

    @Override
    public synchronized InputStream open(RemoteFile file) {
        return new ByteArrayInputStream(Optional.ofNullable(contents.get(file.id()))
                .orElseThrow(() -> new RemoteFailure.Gone("No file " + file.id())));
    }

    /** The watermark is the number of a line; here no line is ever seen later than a higher one. */
    @Override
    public synchronized Changes changes(Watermark since) {
        long from = since.isStart() ? lines : Long.parseLong(since.value());
        return new Changes(
                tickets.values().stream()
                        .filter(one -> one.stamp().revision() > from)
                        .toList(),
                messages.stream().filter(one -> Long.parseLong(one.id()) > from).toList(),
                files.stream().filter(one -> Long.parseLong(one.id()) > from).toList(),
                new Watermark("" + lines),
                false);
    }

    synchronized void tearOut(TicketId id) {
        tickets.remove(id);
    }

    private Ticket put(Ticket ticket) {
        tickets.put(ticket.id(), ticket);
        return ticket;
    }

    private Stamp stamp() {
        return new Stamp(lines, Instant.ofEpochSecond(lines));
    }
}
