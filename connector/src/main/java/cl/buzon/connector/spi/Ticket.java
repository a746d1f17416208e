package cl.buzon.connector.spi;

import cl.buzon.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the other side told it.
 *
 * @param number what its people call it by
 * @param ours the case whose correlation it carries; absent when it is not readable, not one of ours, or told by a system
 *     that carries the number alone: such a one is looked for by its case
 */
public record Ticket(TicketId id, String number, @Nullable CaseId ours, Stamp stamp, TicketFields fields) {}
