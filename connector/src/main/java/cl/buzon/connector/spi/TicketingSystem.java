package cl.buzon.connector.spi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ticketing system as the sync needs it: one ticket for each case, comments that the customer may read, files, and a
 * way to ask what has changed. Every method makes the calls that it must and no more, holds nothing large in memory, and
 * fails with a {@link RemoteFailure} alone. Safe for use by several threads.
 */
public interface TicketingSystem {

    /** How people call it: the value of {@code buzon.connector.system}. */
    String name();

    /** What this system can do and how much it takes. */
    Capabilities capabilities();

    /** Where it rings; empty for one that can only be asked. */
    default Optional<Door> door() {
        return Optional.empty();
    }

    /**
     * The ticket that carries a case's correlation, if there is one.
     *
     * @return the oldest where several do and that can be told
     * @throws RemoteFailure.Refused when several do and none is before the others
     */
    Optional<Ticket> find(Correlation ours);

    /** @throws RemoteFailure.Gone when it is not there, not visible to us, or carries another number than ours */
    Ticket read(TicketId ticket);

    /**
     * Makes the ticket of a case. Asking twice makes two: {@link #find} comes first. A text that is too long for the other
     * side is cut there with a visible mark, and {@link #overflow} says it whole.
     *
     * @throws RemoteFailure.Refused also when a ticket was made that did not take what makes it ours to recognise: the
     *     reason names the field, {@link #find} finds the ticket, {@link #complete} gives it what it lacks. And when one was
     *     made that we may not see, or that could not be found again: then it tells which one
     */
    Ticket create(NewTicket wish);

    /**
     * Gives a ticket what {@link #create} would have given it and it lacks. What people there have filled
     * in since stays.
     *
     * @return the ticket as it stands now
     * @throws RemoteFailure.Refused when it still does not take it, naming the field
     */
    default Ticket complete(TicketId ticket, NewTicket wish) {
        return read(ticket);
    }

    /**
     * What of a new ticket does not fit into it, as comments that say it whole; usually nothing. Calls nothing, but that
     * the other side's lengths are looked up once in a while.
     */
    default List<String> overflow(NewTicket wish) {
        return List.of();
    }

    /**
     * Sets some fields.
     *
     * @return the ticket as it stands now, which the other side's own rules may have changed further
     */
    Ticket update(TicketId ticket, TicketFields changes);

    /**
     * The comments that a message becomes: as many parts as the system's longest comment needs, none of which the other
     * side can take for markup. Calls nothing, but that the other side's lengths are looked up once in a while.
     *
     * @param author who wrote it, in words
     */
    List<String> comments(String author, String text);

    /**
     * Appends one of {@link #comments}. Nothing remote tells two equal ones apart: after an unknown outcome look into
     * {@link #messages} before asking again.
     *
     * @return the ticket as it stood at the stamp of the answer, which need not know of the comment yet
     */
    Ticket say(TicketId ticket, String comment);

    /**
     * The name under which a file of ours is kept: cut visibly, its extension left, where the other side holds no longer
     * ones. By that and its size it is known again. Calls nothing.
     */
    default String fileName(String ours) {
        return ours;
    }

    /**
     * Appends a file; as with {@link #say}, asking twice makes two.
     *
     * @return the file as it is kept there: {@link RemoteFile.Readiness#CUT}, or another size than it was sent with, says that
     *     it was cut
     */
    RemoteFile attach(TicketId ticket, OutgoingFile file);

    /** What has been said on a ticket, in its order; no internal notes, ever. */
    List<RemoteMessage> messages(TicketId ticket);

    /** The files of a ticket, in their order. */
    List<RemoteFile> files(TicketId ticket);

    /** The bytes of a file, to be closed by the caller. */
    InputStream open(RemoteFile file);

    /**
     * Looks at everything that could go wrong with it, one thing after the other, and never fails: what cannot be asked is
     * a finding. Reads only; nothing when it cannot be examined.
     *
     * @param needs what it will be asked for
     */
    default List<Finding> examine(Needs needs) {
        return List.of();
    }

    /**
     * What has changed since a watermark, a page at a time. Overlaps with what was told before; never skips, whatever
     * order the other side commits in.
     */
    Changes changes(Watermark since);

    /**
     * All that some tickets are and hold, whenever it came, for whoever compares everything. Those that are not there, or not
     * visible to us, are missing in the answer; its watermark means nothing.
     *
     * @param known some hundred at most
     */
    default Changes survey(List<TicketId> known) {
        List<Ticket> tickets = new ArrayList<>();
        List<RemoteMessage> messages = new ArrayList<>();
        List<RemoteFile> files = new ArrayList<>();
        for (TicketId ticket : known) {
            try {
                tickets.add(read(ticket));
                messages.addAll(messages(ticket));
                files.addAll(files(ticket));
            } catch (RemoteFailure.Gone missing) {
                tickets.removeIf(told -> told.id().equals(ticket));
            }
        }
        return new Changes(tickets, messages, files, Watermark.START, false);
    }
}
