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
 * @param lost what was told before and is not there any more; absent when nothing is missing, or nobody can tell
 */
public record Changes(
        List<Ticket> tickets,
        List<RemoteMessage> messages,
        List<RemoteFile> files,
        Set<TicketId> missed,
        Watermark next,
        boolean more,
        @Nullable Lost lost) {

    /**
     * Up to where a system that was restored from its backup knows what it has told. It counts on from there, and gives the
     * revisions and keys behind it once more, to other things.
     *
     * @param revision the newest that there is
     * @param key of messages and files, by the order of their bytes: whatever comes behind it is not there any more
     */
    public record Lost(long revision, String key) {}

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
