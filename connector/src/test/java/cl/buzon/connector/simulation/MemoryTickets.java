package cl.buzon.connector.simulation;

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
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A ticketing system with a clock of its own that ticks in whole seconds, rules of its own, and a line to it on which
 * everything can be lost.
 */
final class MemoryTickets implements TicketingSystem {

    static final RemoteAuthor US = new RemoteAuthor("Integration", null, true);

    final Map<TicketId, Row> rows = new LinkedHashMap<>();
    int writes;
    int calls;

    /** What happens while a worker waits for an answer, such as that another takes its case over. */
    Runnable meanwhile = () -> {};

    /** Keeps less of a file than it was sent. */
    boolean cutsFiles;

    /** Answers a comment with the ticket as it stood before. */
    boolean tellsBefore;

    /** Is shown what is about to be changed. */
    BiConsumer<Row, TicketFields> judge = (row, changes) -> {};

    private final Chaos chaos;
    private final Map<CaseState, CaseState> seenAs;
    private final Duration skew;
    private final List<Object> told = new ArrayList<>();
    private int keys;

    /** One ticket. */
    static final class Row {
        final TicketId id;
        final CaseId ours;
        final List<RemoteMessage> messages = new ArrayList<>();
        final List<RemoteFile> files = new ArrayList<>();
        TicketFields fields;
        long revision;
        Instant at;

        Row(TicketId id, CaseId ours, TicketFields fields, Instant at) {
            this.id = id;
            this.ours = ours;
            this.fields = fields;
            this.at = at;
        }

        Ticket ticket() {
            return new Ticket(id, "T" + id, ours, new Stamp(revision, at), fields);
        }
    }

    MemoryTickets(Chaos chaos) {
        this(chaos, Map.of());
    }

    /** @param seenAs states that it does not have, and what it has in their place */
    MemoryTickets(Chaos chaos, Map<CaseState, CaseState> seenAs) {
        this.chaos = chaos;
        this.seenAs = seenAs;
        this.skew = Duration.ofSeconds(chaos.random.nextInt(-4000, 4000));
    }

    private Instant clock() {
        return chaos.instant().plus(skew).truncatedTo(ChronoUnit.SECONDS);
    }

    private String key() {
        return "%06d".formatted(++keys);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(EnumSet.allOf(TicketField.class), seenAs, 0, 1_000);
    }

    @Override
    public Optional<Ticket> find(Correlation ours) {
        return asked(() -> {
            List<Row> found = rows.values().stream()
                    .filter(row -> row.ours.equals(ours.id()))
                    .toList();
            if (found.size() > 1) {
                throw new AssertionError("two tickets of one case");
            }
            return found.stream().map(Row::ticket).findFirst();
        });
    }

    @Override
    public Ticket read(TicketId ticket) {
        if (chaos.strikes(60)) {
            throw new RemoteFailure.Gone("hidden for now");
        }
        return asked(() -> row(ticket).ticket());
    }

    @Override
    public Ticket create(NewTicket wish) {
        return written(() -> {
            Row row = new Row(new TicketId(key()), wish.correlation().id(), wish.fields(), clock());
            if (chaos.strikes(4)) {
                row.fields = row.fields.with(TicketField.EXECUTIVE, "");
            }
            rows.put(row.id, row);
            told.add(row.id);
            return row.ticket();
        });
    }

    @Override
    public Ticket update(TicketId ticket, TicketFields changes) {
        if (rows.containsKey(ticket)) {
            judge.accept(row(ticket), changes);
        }
        return written(() -> {
            set(row(ticket), changes);
            return row(ticket).ticket();
        });
    }

    @Override
    public List<String> comments(String author, String text) {
        String whole = author + " (portal): " + text;
        return whole.length() < 60 ? List.of(whole) : List.of(whole.substring(0, 40), whole.substring(40));
    }

    @Override
    public List<String> overflow(NewTicket wish) {
        return wish.description().length() > 20 ? comments("Entero", wish.description()) : List.of();
    }

    @Override
    public Ticket say(TicketId ticket, String comment) {
        return written(() -> {
            Ticket before = row(ticket).ticket();
            comment(row(ticket), US, comment);
            if (row(ticket).fields.get(TicketField.STATE).equals(Optional.of("AWAITING_INFO"))) {
                row(ticket).fields = row(ticket).fields.with(TicketField.STATE, "OPEN");
            }
            return tellsBefore ? before : row(ticket).ticket();
        });
    }

    @Override
    public RemoteFile attach(TicketId ticket, OutgoingFile file) {
        return written(() -> file(row(ticket), US, file.name(), cutsFiles ? file.size() - 1 : file.size()));
    }

    @Override
    public List<RemoteMessage> messages(TicketId ticket) {
        return asked(() -> List.copyOf(row(ticket).messages));
    }

    @Override
    public List<RemoteFile> files(TicketId ticket) {
        return asked(() -> List.copyOf(row(ticket).files));
    }

    @Override
    public InputStream open(RemoteFile file) {
        if (chaos.strikes(40)) {
            throw new RemoteFailure.Gone("no such file any more");
        }
        return asked(() -> new ByteArrayInputStream(file.name().getBytes(StandardCharsets.UTF_8)));
    }

    /** Tells some of what it told before once more, as polls with an overlap do. */
    @Override
    public Changes changes(Watermark since) {
        return asked(() -> {
            int from = since.isStart() ? 0 : Math.max(0, Integer.parseInt(since.value()) - 3);
            List<Object> page = told.subList(from, Math.min(told.size(), from + 10));
            List<Ticket> tickets = new ArrayList<>();
            List<RemoteMessage> messages = new ArrayList<>();
            List<RemoteFile> files = new ArrayList<>();
            for (Object one : page) {
                if (one instanceof TicketId id) {
                    tickets.add(row(id).ticket());
                } else if (one instanceof RemoteMessage message) {
                    messages.add(message);
                } else {
                    files.add((RemoteFile) one);
                }
            }
            int next = from + page.size();
            return new Changes(tickets, messages, files, new Watermark("" + next), next < told.size());
        });
    }

    /** What somebody there does. */
    void comment(Row row, RemoteAuthor author, String text) {
        changed(row);
        RemoteMessage message = new RemoteMessage(key(), row.id, author, clock(), text);
        row.messages.add(message);
        told.add(message);
    }

    RemoteFile file(Row row, RemoteAuthor author, String name, long size) {
        RemoteFile file = new RemoteFile(key(), row.id, author, clock(), name, size, RemoteFile.Readiness.READY);
        row.files.add(file);
        told.add(file);
        return file;
    }

    void set(Row row, TicketFields changes) {
        for (Map.Entry<TicketField, String> change : changes.values().entrySet()) {
            row.fields = row.fields.with(change.getKey(), capabilities().seen(change.getKey(), change.getValue()));
        }
        changed(row);
    }

    private void changed(Row row) {
        row.revision++;
        row.at = clock();
        told.add(row.id);
    }

    private Row row(TicketId id) {
        Row row = rows.get(id);
        if (row == null) {
            throw new RemoteFailure.Gone("no such ticket");
        }
        return row;
    }

    private <T> T asked(Supplier<T> call) {
        calls++;
        chaos.mayCrash();
        mayBeAway();
        T answer = call.get();
        during();
        chaos.mayCrash();
        return answer;
    }

    private void mayBeAway() {
        if (chaos.strikes(25)) {
            switch (chaos.random.nextInt(4)) {
                case 0 -> throw new RemoteFailure.Throttled("too much", null);
                case 3 -> throw new RemoteFailure.Refused("not now", "any", "403", true);
                case 1 -> throw new RemoteFailure.Unauthorized("who are you");
                default -> throw new RemoteFailure.Unreachable("nobody answers", null);
            }
        }
    }

    private <T> T written(Supplier<T> call) {
        calls++;
        chaos.mayCrash();
        mayBeAway();
        if (chaos.strikes(12)) {
            switch (chaos.random.nextInt(4)) {
                case 0 -> {
                    executed(call);
                    throw new RemoteFailure.OutcomeUnknown("cut after", false, null);
                }
                case 1 -> throw new RemoteFailure.OutcomeUnknown("cut before", false, null);
                case 2 -> {
                    chaos.later(Duration.ofSeconds(chaos.random.nextInt(1, 15)), () -> executed(call));
                    throw new RemoteFailure.OutcomeUnknown("silence", true, null);
                }
                default -> {
                    executed(call);
                    throw new RemoteFailure.OutcomeUnknown("silence", true, null);
                }
            }
        }
        T answer = executed(call);
        during();
        chaos.mayCrash();
        return answer;
    }

    private <T> T executed(Supplier<T> call) {
        writes++;
        return call.get();
    }

    private void during() {
        if (chaos.strikes(40)) {
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
        }
    }

    Set<TicketId> all() {
        return rows.keySet();
    }
}
