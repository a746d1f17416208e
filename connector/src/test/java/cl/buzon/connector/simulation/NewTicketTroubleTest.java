package cl.buzon.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ticket that is made and goes wrong is never made twice. */
class NewTicketTroubleTest {

    private final TroubledCase troubled = new TroubledCase();
    private final MemoryDesk desk = troubled.desk;
    private final MemoryTickets tickets = troubled.tickets;

    /** Whatever a customer says later: a second ticket would be as hidden as the first. */
    @Test
    void aTicketThatWasMadeAndIsHiddenIsTheOnlyOne() {
        CaseId other = new CaseId(new UUID(7, 2));
        desk.open(2, false);
        TicketId[] made = new TicketId[1];
        troubled.before = call -> {
            if (made[0] != null && (call.equals("read") || call.equals("complete"))) {
                throw new RemoteFailure.Gone("hidden");
            }
        };
        troubled.after = call -> {
            if (call.equals("create")) {
                made[0] = tickets.rows.keySet().stream()
                        .filter(key -> !key.equals(troubled.link().ticket()))
                        .findFirst()
                        .orElseThrow();
                throw new RemoteFailure.Refused("hidden", "POST", "201")
                        .having(new Ticket(made[0], "2", other, new Stamp(0, Instant.EPOCH), TicketFields.none()));
            }
        };

        troubled.work(other, 0);
        desk.say(other, "¿Hola?");
        troubled.work(other, 0);
        desk.say(other, "¿Hay alguien?");
        troubled.work(other, 0);

        assertThat(troubled.calls).filteredOn(call -> call.equals("create")).hasSize(1);
        SyncLink link = troubled.link(other);
        assertThat(link.ticket()).isEqualTo(made[0]);
        assertThat(link.health().state()).isEqualTo(Health.State.GONE);
    }

    /** As long as its field does not take the number: whatever a customer says, and whoever tries it again. */
    @Test
    void aTicketThatLacksItsNumberIsCompletedAndNeverMadeAgain() {
        CaseId other = new CaseId(new UUID(7, 2));
        desk.open(2, false);
        RemoteFailure.Refused lost = new RemoteFailure.Refused("Caso CSM", "POST", "201");
        troubled.before = call -> {
            if (call.equals("complete")) {
                throw lost;
            }
        };
        troubled.after = call -> {
            if (call.equals("create")) {
                MemoryTickets.Row made = tickets.rows.values().stream()
                        .filter(row -> row.ours.equals(other))
                        .findFirst()
                        .orElseThrow();
                made.fields = made.fields.with(TicketField.COMPENSATION_STATE, "NOT_REQUESTED");
                throw lost.having(made.ticket());
            }
        };

        troubled.work(other, 0);
        desk.say(other, "¿Hola?");
        troubled.work(other, 0);

        assertThat(troubled.calls).filteredOn(call -> call.equals("create")).hasSize(1);
        SyncLink parked = troubled.link(other);
        assertThat(parked.health().state()).isEqualTo(Health.State.PARKED);
        assertThat(parked.health().reason()).isEqualTo("Caso CSM");
        troubled.before = call -> {};
        troubled.work(other, 0);
        SyncLink link = troubled.link(other);
        assertThat(link.health().state()).isEqualTo(Health.State.HEALTHY);
        MemoryTickets.Row row = Objects.requireNonNull(tickets.rows.get(Objects.requireNonNull(link.ticket())));
        assertThat(row.messages).hasSize(1);
        assertThat(row.fields.get(TicketField.COMPENSATION_STATE))
                .as("what it could not take either")
                .contains("REQUESTED");
    }
}
