package cl.buzon.connector.simulation;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemContract;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the simulation plays with is what the others promise. */
class MemoryTicketsContractTest extends TicketingSystemContract {

    private static final RemoteAuthor MARCELA = new RemoteAuthor("Marcela", null, false);

    private final MemoryTickets tickets = new MemoryTickets(calm());

    private static Chaos calm() {
        Chaos chaos = new Chaos(1);
        chaos.calmDown();
        return chaos;
    }

    @Override
    protected TicketingSystem system() {
        return tickets;
    }

    @Override
    protected People people() {
        return new People() {
            private MemoryTickets.Row row(TicketId ticket) {
                return Objects.requireNonNull(tickets.rows.get(ticket));
            }

            @Override
            public void comment(TicketId ticket, String text) {
                tickets.comment(row(ticket), MARCELA, text);
            }

            @Override
            public void note(TicketId ticket, String text) {
                // There is no such thing
            }

            @Override
            public void set(TicketId ticket, TicketField field, String value) {
                tickets.set(row(ticket), TicketFields.none().with(field, value));
            }

            @Override
            public void attach(TicketId ticket, String name) {
                tickets.file(row(ticket), MARCELA, name, name.getBytes(StandardCharsets.UTF_8).length);
            }

            @Override
            public void delete(TicketId ticket) {
                tickets.rows.remove(ticket);
            }
        };
    }
}
