package cl.buzon.connector.link;

import cl.buzon.connector.spi.TicketFields;
import java.time.Duration;
import java.time.Instant;

/**
 * A write that was begun and of which it is not yet known what became. It is written down before the call, so that
 * whoever comes after a crash looks before writing again.
 *
 * @param what would be new on the other side
 * @param print by which it would be recognised there, if it is an item
 * @param sent the fields of a new ticket, or those that are to change
 * @param begun by our clock; or when it was given up waiting for it, and it may still take effect
 * @param over whether the call has surely ended, so that nothing can appear any more
 */
public record Attempt(What what, String print, TicketFields sent, Instant begun, boolean over) {

    /** How long a call that nobody waits for may still take effect. */
    public static final Duration SETTLES = Duration.ofSeconds(15);

    /** What is written. */
    public enum What {
        TICKET,
        FIELDS,
        MESSAGE,
        FILE
    }

    public static Attempt atTicket(TicketFields sent, Instant now) {
        return new Attempt(What.TICKET, "", sent, now, false);
    }

    public static Attempt atFields(TicketFields sent, Instant now) {
        return new Attempt(What.FIELDS, "", sent, now, false);
    }

    public static Attempt atItem(What what, String print, Instant now) {
        return new Attempt(what, print, TicketFields.none(), now, false);
    }

    /** The same, for which nobody waits any more. */
    public Attempt leftAt(Instant now) {
        return new Attempt(what, print, sent, now, over);
    }

    /** The same, of which nothing more can come. */
    public Attempt ended() {
        return new Attempt(what, print, sent, begun, true);
    }

    /** When to look what became of it. */
    public Instant settledAt() {
        return over ? begun : begun.plus(SETTLES);
    }
}
