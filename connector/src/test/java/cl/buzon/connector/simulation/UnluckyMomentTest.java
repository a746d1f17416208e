package cl.buzon.connector.simulation;

import static cl.buzon.connector.simulation.TroubledCase.CASE;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens over there between two calls, or while nobody listens. */
class UnluckyMomentTest {

    private final TroubledCase troubled = new TroubledCase();
    private final MemoryDesk desk = troubled.desk;
    private final MemoryTickets tickets = troubled.tickets;
    private final MemoryLedger ledger = troubled.ledger;
    private final Chaos chaos = troubled.chaos;

    @Test
    void twoEqualMessagesBothArriveThoughTheFirstIsToldOfMeanwhile() {
        desk.say(CASE, "Hola");
        troubled.work(0);
        desk.say(CASE, "Hola");
        troubled.after = call -> {
            if (call.equals("facts")) {
                troubled.poll();
            }
        };

        troubled.work(0);

        assertThat(troubled.row().messages).hasSize(2);
    }

    @Test
    void whatWasDecidedThereDuringALongUploadIsHeardBeforeOursIsSent() {
        desk.say(CASE, "Hola");
        desk.show(CASE, "a.txt");
        desk.withdraw(CASE);
        troubled.after = call -> {
            if (call.equals("attach")) {
                tickets.set(troubled.row(), TicketFields.none().with(TicketField.STATE, CaseState.OPEN.name()));
                chaos.pass(Duration.ofMinutes(2));
            }
        };

        troubled.work(0);

        assertThat(troubled.calls).containsSubsequence("attach", "read", "update");
        assertThat(Objects.requireNonNull(desk.cases.get(CASE)).state()).isEqualTo(CaseState.OPEN);
    }

    /** Whoever has changed the ticket meanwhile would be overruled. */
    @Test
    void anAnswerThatTellsWhatWasBeforeIsNoLook() {
        tickets.tellsBefore = true;
        desk.say(CASE, "Ya no hace falta");
        desk.withdraw(CASE);
        chaos.pass(Duration.ofMinutes(1));
        troubled.after = call -> {
            if (call.equals("say")) {
                tickets.set(troubled.row(), TicketFields.none().with(TicketField.STATE, CaseState.OPEN.name()));
            }
        };

        troubled.work(0);

        assertThat(troubled.calls).containsSubsequence("say", "read", "update");
    }

    /** It may have been on its way for all of that time. */
    @Test
    void aWriteThatNobodyHeardTheEndOfIsWaitedForFromThenOn() {
        troubled.before = call -> {
            if (call.equals("say")) {
                chaos.pass(Duration.ofSeconds(65));
                throw new RemoteFailure.OutcomeUnknown("silence", true, null);
            }
        };
        desk.say(CASE, "Hola");
        troubled.work(0);
        troubled.before = call -> {};

        chaos.pass(Duration.ofSeconds(5));
        troubled.work(1);
        assertThat(troubled.calls).filteredOn(call -> call.equals("say")).hasSize(1);

        chaos.pass(Attempt.SETTLES);
        troubled.work(2);
        assertThat(troubled.calls).filteredOn(call -> call.equals("say")).hasSize(2);
    }

    @Test
    void whatWasMissedIsLookedAt() {
        TicketId ticket = troubled.ticket();

        ledger.poll(new Changes(List.of(), List.of(), List.of(), Set.of(ticket), Watermark.START, false));
        troubled.work(0);

        assertThat(troubled.calls).contains("read", "messages", "files");
    }
}
