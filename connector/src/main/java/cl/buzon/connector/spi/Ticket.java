package cl.buzon.connector.spi;

import cl.buzon.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the other side told it.
 *
 * @param number what its people call it by
 * @param ours the case whose correlation it carries; absent when it is not readable or not one of ours
 */
public record Ticket(TicketId id, String number, @Nullable CaseId ours, Stamp stamp, TicketFields fields) {}
