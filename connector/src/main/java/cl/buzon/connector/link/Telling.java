package cl.buzon.connector.link;

import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.TicketFields;

/** The newest that the other side has told of a ticket. */
public record Telling(Stamp stamp, TicketFields fields) {}
