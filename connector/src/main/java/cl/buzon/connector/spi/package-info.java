/** What a ticketing system must be able to do; implement {@link TicketingSystem} to add one. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.spi;
