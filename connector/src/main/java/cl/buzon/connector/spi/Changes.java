package cl.buzon.connector.spi;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of what has changed on the other side, of any tickets: those that are not ours are the reader's to leave out.
 *
 * @param missed tickets on which something has happened that is not told here: deleted ones, for instance, or such as do not
 *     tell whose they are. Whoever has one looks for it
 * @param next from where to ask on; kept only after everything of this page has been
 * @param more whether further pages wait now
 * @param lostAfter the newest revision that there is, where newer ones were told before and are not there any more: a system
 *     that was restored from its backup counts on from there. Absent otherwise
 */
public record Changes(
        List<Ticket> tickets,
        List<RemoteMessage> messages,
        List<RemoteFile> files,
        Set<TicketId> missed,
        Watermark next,
        boolean more,
        @Nullable Long lostAfter) {

    public Changes {
        tickets = List.copyOf(tickets);
        messages = List.copyOf(messages);
        files = List.copyOf(files);
        missed = Set.copyOf(missed);
    }

    public Changes(
            List<Ticket> tickets,
            List<RemoteMessage> messages,
            List<RemoteFile> files,
            Set<TicketId> missed,
            Watermark next,
            boolean more) {
        this(tickets, messages, files, missed, next, more, null);
    }

    public Changes(
            List<Ticket> tickets, List<RemoteMessage> messages, List<RemoteFile> files, Watermark next, boolean more) {
        this(tickets, messages, files, Set.of(), next, more);
    }
}
