package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemContract;
import cl.buzon.sandbox.SandboxServer;
import cl.buzon.sandbox.instance.Executive;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The adapter over HTTP keeps what it promises. */
class ServiceNowContractTest extends TicketingSystemContract {

    private final SandboxServer server = SandboxServer.start();
    private final TicketingSystem system = Sandboxed.at(server.url(), Clock.systemUTC(), Map.of());
    private final Executive marcela = server.instance().executive("marcela.fuentes");

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected TicketingSystem system() {
        return system;
    }

    @Override
    protected People people() {
        return new People() {
            @Override
            public void comment(TicketId ticket, String text) {
                marcela.comment(ticket.value(), text);
            }

            @Override
            public void note(TicketId ticket, String text) {
                marcela.note(ticket.value(), text);
            }

            @Override
            public void set(TicketId ticket, TicketField field, String value) {
                marcela.change(ticket.value(), Map.of("state", value.equals("OPEN") ? "10" : "18"));
            }

            @Override
            public void attach(TicketId ticket, String name) {
                marcela.attach(ticket.value(), name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void delete(TicketId ticket) {
                marcela.delete(ticket.value());
            }
        };
    }
}
