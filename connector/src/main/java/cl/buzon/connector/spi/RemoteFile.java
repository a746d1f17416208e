package cl.buzon.connector.spi;

import java.time.Instant;

/**
 * A file on a ticket.
 *
 * @param id the other side's own key of it
 * @param name as given there, not trusted
 * @param size in bytes; of one that was cut, as many as it was sent with
 * @param at by the other side's clock
 */
public record RemoteFile(
        String id, TicketId ticket, RemoteAuthor author, Instant at, String name, long size, Readiness readiness) {

    /** Whether its bytes may be fetched. */
    public enum Readiness {
        READY,
        /** The other side still looks at it. */
        PENDING,
        /** The other side keeps it back for good, for a virus for instance. */
        WITHHELD,
        /** The other side has kept less of it than it was given, and the rest is nowhere. */
        CUT
    }
}
