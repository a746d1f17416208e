package cl.buzon.connector.spi;

import java.time.Instant;

/**
 * Something said on a ticket that the customer may read.
 *
 * @param id the other side's own key of it, different from those of the files; of two of the same time, keys that count tell
 *     the order
 * @param at by the other side's clock
 * @param text plain, whatever markup it came in
 */
public record RemoteMessage(String id, TicketId ticket, RemoteAuthor author, Instant at, String text) {}
