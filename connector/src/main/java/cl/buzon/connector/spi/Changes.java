package cl.buzon.connector.spi;

import java.util.List;

/**
 * A page of what has changed on the other side, of any tickets: those that are not ours are the reader's to leave out.
 *
 * @param next from where to ask on; kept only after everything of this page has been
 * @param more whether further pages wait now
 */
public record Changes(
        List<Ticket> tickets, List<RemoteMessage> messages, List<RemoteFile> files, Watermark next, boolean more) {

    public Changes {
        tickets = List.copyOf(tickets);
        messages = List.copyOf(messages);
        files = List.copyOf(files);
    }
}
