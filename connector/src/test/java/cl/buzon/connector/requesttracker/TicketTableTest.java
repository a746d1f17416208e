package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.FailuresTest.failure;
import static cl.buzon.connector.requesttracker.ScriptedTracker.CORRESPOND;
import static cl.buzon.connector.requesttracker.ScriptedTracker.OURS;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static cl.buzon.connector.requesttracker.ScriptedTracker.said;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request Tracker says that all is well whatever it has left out. */
class TicketTableTest {

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    @Test
    void aTicketIsFoundInWhateverQueueItLies() {
        tracker.system.find(OURS);

        assertThat(tracker.asked("GET", ROOT + "/tickets"))
                .allMatch(one -> !one.parameters().getOrDefault("query", "").contains("Queue"));
    }

    @Test
    void theOldestOfSeveralIsOurs() {
        tracker.finds(json("9", "new", "CS0001001"), json("7", "open", "CS0001001"));
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));

        assertThat(tracker.system.find(OURS)).map(Ticket::id).contains(TICKET);
    }

    @Test
    void aNumberAloneIsNotEnough() {
        tracker.finds(
                json("7", "open", "CS0001001", "CC123456785CL", "DAMAGE"),
                json("8", "open", "CS0001002"),
                json("9", "open", "CS0001001", "", "DAMAGE").replace("Caja rota", "Otra cosa"));

        assertThat(tracker.system.find(OURS)).isEmpty();
    }

    /** Restored from its backup it gives numbers once more, to whoever comes. */
    @Test
    void aTicketWithAnotherNumberIsNobodysOfOurs() {
        TicketId ours = TICKET.of("CS0001001");
        tracker.reads("7", ticket(json("7", "open", "CS0002002"), 40));
        tracker.on("POST", CORRESPOND, said());
        tracker.on("PUT", ROOT + "/ticket/7", Reply.json(200, "[]"));

        assertThat(failure(() -> tracker.system.read(ours)))
                .isInstanceOf(RemoteFailure.Gone.class)
                .hasMessageContaining("CS0002002");
        assertThat(failure(() -> tracker.system.say(ours, "hola"))).isInstanceOf(RemoteFailure.Gone.class);
        assertThat(failure(() -> tracker.system.update(ours, TicketFields.none().with(TicketField.STATE, "RESOLVED"))))
                .isInstanceOf(RemoteFailure.Gone.class);
        tracker.system.read(TICKET.of("CS0002002"));
        assertThat(failure(() -> tracker.system.say(ours, "hola")))
                .as("though somebody has just looked at it")
                .isInstanceOf(RemoteFailure.Gone.class);
        assertThat(tracker.asked).noneMatch(one -> one.method().equals("PUT"));
        assertThat(tracker.asked("POST", CORRESPOND)).isEmpty();
    }

    @Test
    void aNumberThatIsHiddenOrLostSaysNothing() {
        tracker.reads("7", ticket(json("7", "open", ""), 40));

        assertThat(tracker.system.read(TICKET.of("CS0001001")).id()).isEqualTo(TICKET);
    }

    @Test
    void whatWasMergedIsGone() {
        tracker.reads("7", ticket(json("9", "open", "CS0009999"), 40));

        assertThat(failure(() -> tracker.system.read(TICKET)))
                .isInstanceOf(RemoteFailure.Gone.class)
                .hasMessageContaining("9");
        assertThat(failure(() -> tracker.system.say(TICKET, "hola"))).isInstanceOf(RemoteFailure.Gone.class);
    }

    @Test
    void noOtherKeyThanANumberIsEverAskedFor() {
        for (String key : new String[] {"0", "-1", "7/../8", "abc", "7?x"}) {
            assertThatThrownBy(() -> tracker.system.read(new TicketId(key))).isInstanceOf(RemoteFailure.Gone.class);
        }
        assertThat(tracker.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"96\"", "96", "W/\"96\"", "\"96-gzip\"", "W/\"96-gzip\"", "\"96;br\""})
    void aRevisionIsKnownWhateverAProxyMakesOfIt(String tag) {
        tracker.reads("7", Reply.json(200, json("7", "open", "CS0001001")).with("ETag", tag));

        assertThat(tracker.system.read(TICKET).stamp().revision()).isEqualTo(96);
    }

    /** As the oldest of all tellings it would be passed over, whatever it says. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"abc\""})
    void aTicketWithoutARevisionIsNotHeard(String tag) {
        tracker.reads("7", Reply.json(200, json("7", "open", "CS0001001")).with("ETag", tag));

        assertThat(failure(() -> tracker.system.read(TICKET)))
                .isInstanceOf(RemoteFailure.Unreachable.class)
                .hasMessageContaining("ETag");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "00, 0", "0045990, 45990", "'', ''"})
    void noPesosAreAnAmountAndNoAmountIsNone(String raw, String told) {
        tracker.reads("7", ticket(json("7", "open", "CS0001001").replace("[null]", "[\"" + raw + "\"]"), 40));

        assertThat(tracker.system.read(TICKET).fields().get(TicketField.COMPENSATION_AMOUNT))
                .contains(told);
    }

    @Test
    void whatItDidNotTakeIsToldAsItIs() {
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));
        tracker.on("PUT", ROOT + "/ticket/7", Reply.json(200, "[\"Ticket 7: Status 'x' isn't a valid status\"]"));

        Ticket after = tracker.system.update(TICKET, TicketFields.none().with(TicketField.STATE, "AWAITING_INFO"));

        assertThat(after.fields().get(TicketField.STATE)).contains("OPEN");
    }

    @Test
    void aRightThatIsMissingIsARefusalWhateverTheStatusSays() {
        tracker.on("PUT", ROOT + "/ticket/7", Reply.json(200, "[\"Ticket 7: Permission Denied\"]"));

        assertThatThrownBy(() ->
                        tracker.system.update(TICKET, TicketFields.none().with(TicketField.STATE, "AWAITING_INFO")))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("ModifyTicket");
    }

    /** It says what it took as well, in the words that it was given. */
    @Test
    void aRefusalTellsNobodysWords() {
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));
        tracker.on(
                "PUT",
                ROOT + "/ticket/7",
                Reply.json(
                        200,
                        "[\"Solucion Le pagamos a Camila added\",\"Ticket 7: Permission Denied\",\"Could not add a new"
                                + " value to custom field 'Año': Permission Denied\"]"),
                Reply.json(200, "[\"Solucion A Camila dijeron Permission Denied ayer added\"]"));
        TicketFields solved = TicketFields.none().with(TicketField.STATE, "RESOLVED");

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> tracker.system.update(TICKET, solved));

        assertThat(refused.answer())
                .isEqualTo(
                        "200 Ticket 7: Permission Denied; Could not add a new value to custom field 'Año': Permission"
                                + " Denied");
        assertThat(tracker.system.update(TICKET, solved).id()).isEqualTo(TICKET);
    }

    @Test
    void theWordsOfASolutionAreNobodys() {
        RequestTracker told =
                Tracked.with(tracker.url(), Map.of("buzon.requesttracker.field.resolution-notes", "Solucion"));
        tracker.on("PUT", ROOT + "/ticket/7", Reply.message(403, "No"));

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> told.update(
                TICKET,
                TicketFields.none()
                        .with(TicketField.RESOLUTION_NOTES, "Le pagamos a Camila")
                        .with(TicketField.COMPENSATION_AMOUNT, "45990")));

        assertThat(refused.request())
                .contains("Solucion=(19 characters)", "45990")
                .doesNotContain("Camila");
    }

    /** RT takes a name of digits for a number. */
    @Test
    void anOwnerWhoseLoginIsAllDigitsIsNamedByNumber() {
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));
        tracker.on("PUT", ROOT + "/ticket/7", Reply.json(200, "[\"Owner changed\"]"));
        tracker.on(
                "POST",
                ROOT + "/users",
                asked -> Reply.json(
                        200,
                        "{\"items\":[{\"id\":"
                                + (asked.parameters().getOrDefault("fields", "").contains("id") ? "45" : "\"12345678\"")
                                + ",\"Name\":\"12345678\",\"EmailAddress\":\"ana@buzon.example\"}]}"));

        tracker.system.update(TICKET, TicketFields.none().with(TicketField.EXECUTIVE, "ana@buzon.example"));

        assertThat(tracker.asked("PUT", ROOT + "/ticket/7").get(0).body()).isEqualTo("{\"Owner\":\"45\"}");
    }

    @Test
    void aWriteThatCannotBeReadBackMayHaveBeenDone() {
        tracker.on("PUT", ROOT + "/ticket/7", Reply.json(200, "[\"Status changed\"]"));
        tracker.reads("7", Reply.page(503, "<html>"));

        assertThatThrownBy(() ->
                        tracker.system.update(TICKET, TicketFields.none().with(TicketField.STATE, "AWAITING_INFO")))
                .isInstanceOf(RemoteFailure.OutcomeUnknown.class);
    }
}
