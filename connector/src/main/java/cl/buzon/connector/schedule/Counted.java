package cl.buzon.connector.schedule;

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
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A ticketing system whose calls are counted, and whose answers prove that it can be called. */
final class Counted implements TicketingSystem {

    private final TicketingSystem remote;
    private final Tally tally;
    private final Gate gate;
    private final Runnable reachedAgain;

    /** @param reachedAgain is told when it answers after nobody could reach it */
    Counted(TicketingSystem remote, Tally tally, Gate gate, Runnable reachedAgain) {
        this.remote = remote;
        this.tally = tally;
        this.gate = gate;
        this.reachedAgain = reachedAgain;
    }

    private <T> T counted(Supplier<T> call) {
        gate.patience().ifPresent(left -> {
            throw new RemoteFailure.Throttled("The other side has asked for patience", left);
        });
        long begun = System.nanoTime();
        boolean good = true;
        try {
            T answer = call.get();
            answered();
            return answer;
        } catch (RemoteFailure failure) {
            good = failure instanceof RemoteFailure.Refused || failure instanceof RemoteFailure.Gone;
            if (good) {
                answered();
            }
            throw failure;
        } finally {
            tally.count(good, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** A refusal is an answer too. */
    private void answered() {
        if (gate.answered()) {
            reachedAgain.run();
        }
    }

    @Override
    public String name() {
        return remote.name();
    }

    @Override
    public Optional<Door> door() {
        return remote.door();
    }

    @Override
    public Capabilities capabilities() {
        return remote.capabilities();
    }

    @Override
    public Optional<Ticket> find(Correlation ours) {
        return counted(() -> remote.find(ours));
    }

    @Override
    public Ticket read(TicketId ticket) {
        return counted(() -> remote.read(ticket));
    }

    @Override
    public Ticket create(NewTicket wish) {
        return counted(() -> remote.create(wish));
    }

    @Override
    public Ticket complete(TicketId ticket, NewTicket wish) {
        return counted(() -> remote.complete(ticket, wish));
    }

    @Override
    public List<Finding> examine(Needs needs) {
        return remote.examine(needs);
    }

    @Override
    public List<String> overflow(NewTicket wish) {
        return remote.overflow(wish);
    }

    @Override
    public Ticket update(TicketId ticket, TicketFields changes) {
        return counted(() -> remote.update(ticket, changes));
    }

    @Override
    public List<String> comments(String author, String text) {
        return remote.comments(author, text);
    }

    @Override
    public Ticket say(TicketId ticket, String comment) {
        return counted(() -> remote.say(ticket, comment));
    }

    @Override
    public String fileName(String ours) {
        return remote.fileName(ours);
    }

    @Override
    public RemoteFile attach(TicketId ticket, OutgoingFile file) {
        return counted(() -> remote.attach(ticket, file));
    }

    @Override
    public List<RemoteMessage> messages(TicketId ticket) {
        return counted(() -> remote.messages(ticket));
    }

    @Override
    public List<RemoteFile> files(TicketId ticket) {
        return counted(() -> remote.files(ticket));
    }

    @Override
    public InputStream open(RemoteFile file) {
        return counted(() -> remote.open(file));
    }

    @Override
    public Changes survey(List<TicketId> known) {
        return counted(() -> remote.survey(known));
    }

    @Override
    public Changes changes(Watermark since) {
        return counted(() -> remote.changes(since));
    }
}
