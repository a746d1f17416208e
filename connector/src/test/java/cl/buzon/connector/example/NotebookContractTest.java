package cl.buzon.connector.example;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemContract;
import java.nio.charset.StandardCharsets;

class NotebookContractTest extends TicketingSystemContract {

    private static final RemoteAuthor MARCELA = new RemoteAuthor("Marcela", "marcela@buzon.example", false);

    private final Notebook notebook = new Notebook();

    @Override
    protected TicketingSystem system() {
        return notebook;
    }

    @Override
    protected People people() {
        return new People() {
            @Override
            public void comment(TicketId ticket, String text) {
                notebook.write(ticket, MARCELA, text);
            }

            @Override
            public void note(TicketId ticket, String text) {
                // Whoever has a secret does not write it here
            }

            @Override
            public void set(TicketId ticket, TicketField field, String value) {
                notebook.update(ticket, TicketFields.none().with(field, value));
            }

            @Override
            public void attach(TicketId ticket, String name) {
                notebook.clip(ticket, MARCELA, name, name.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void delete(TicketId ticket) {
                notebook.tearOut(ticket);
            }
        };
    }
}
