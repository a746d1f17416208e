package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.FailuresTest.failure;
import static cl.buzon.connector.requesttracker.ScriptedTracker.CASE;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ticket;
import static cl.buzon.connector.requesttracker.ScriptedTracker.wish;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once a ticket is made, or may be, nobody is told that there is none. */
class NewTicketsTest {

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    private void makes(String id) {
        tracker.on("POST", ROOT + "/ticket", Reply.json(201, "{\"id\":\"" + id + "\",\"type\":\"ticket\"}"));
    }

    @Test
    void aNewTicketIsReadBack() {
        makes("7");
        tracker.reads("7", ticket(json("7", "new", "CS0001001"), 40));

        Ticket made = tracker.system.create(wish());

        assertThat(made.id()).isEqualTo(TICKET);
        assertThat(made.ours()).isEqualTo(CASE);
        assertThat(made.stamp().revision()).isEqualTo(40);
        assertThat(made.fields().get(TicketField.COMPENSATION_STATE)).contains("REQUESTED");
        assertThat(made.fields().get(TicketField.COMPENSATION_AMOUNT)).contains("");
        assertThat(made.fields().get(TicketField.EXECUTIVE)).contains("");
        assertThat(made.fields().get(TicketField.RESOLUTION_CODE)).isEmpty();
        assertThat(tracker.asked("POST", ROOT + "/ticket").get(0).body())
                .contains("\"Caso CSM\":\"CS0001001\"", "\"Estado Indemnizacion\":\"Solicitada\"", "\"Status\":\"new\"")
                .doesNotContain("Monto", "Owner");
    }

    @Test
    void aFieldThatLostItsValueIsNamed() {
        makes("7");
        tracker.reads("7", ticket(json("7", "new", "CS0001001", "AB123456785CL", ""), 40));

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> tracker.system.create(wish()));

        assertThat(refused).hasMessageContaining("\"Categoria\"");
        assertThat(refused.request()).doesNotContain("Llegó", "camila@");
    }

    @Test
    void whoeverMakesASecondTicketEndsWithTheFirst() {
        makes("8");
        tracker.finds(json("7", "open", "CS0001001"));
        tracker.reads("8", ticket(json("8", "new", ""), 41), ticket(json("7", "open", "CS0001001"), 42));
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));
        tracker.on("PUT", ROOT + "/ticket/8", Reply.json(200, "[\"Merge Successful\"]"));

        Ticket made = tracker.system.create(wish());

        assertThat(made.id()).isEqualTo(TICKET);
        assertThat(tracker.asked("PUT", ROOT + "/ticket/8")).singleElement().satisfies(merge -> assertThat(merge.body())
                .isEqualTo("{\"MergeInto\":7}"));
    }

    /** The case has its ticket; only a person can tidy the other one away. */
    @ParameterizedTest
    @ValueSource(ints = {200, 429, 401, 503})
    void aSecondTicketThatStaysOpenIsNamed(int status) {
        makes("8");
        tracker.finds(json("7", "open", "CS0001001"));
        tracker.reads("8", ticket(json("8", "new", ""), 41));
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));
        tracker.on("PUT", ROOT + "/ticket/8", Reply.json(status, "[\"Permission Denied\"]"));

        assertThat(failure(() -> tracker.system.create(wish())))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("Ticket 8")
                .hasMessageContaining("into 7");
    }

    /** Made once more it would only lack it once more. */
    @Test
    void aTicketThatLostItsNumberIsTheCasesAllTheSame() {
        makes("8");
        tracker.reads("8", ticket(json("8", "new", ""), 41));

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> tracker.system.create(wish()));

        assertThat(refused).hasMessageContaining("\"Caso CSM\"");
        assertThat(refused.made()).map(Ticket::id).contains(new TicketId("8"));
        assertThat(tracker.asked).noneMatch(one -> one.method().equals("PUT"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 401, 503})
    void soItIsWhereNobodyCouldBeAskedForAnOlderOne(int status) {
        makes("8");
        tracker.reads("8", ticket(json("8", "new", ""), 41));
        tracker.on("GET", ROOT + "/tickets", Reply.message(status, "Not now"));

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> tracker.system.create(wish()));

        assertThat(refused).hasMessageContaining("\"Caso CSM\"").hasMessageContaining("Not now");
        assertThat(refused.made()).map(Ticket::id).contains(new TicketId("8"));
    }

    @Test
    void itsNumberIsGivenToItOnceThatIsAllowed() {
        tracker.reads("8", ticket(json("8", "new", ""), 41), ticket(json("8", "new", "CS0001001"), 42));
        tracker.on(
                "PUT",
                ROOT + "/ticket/8",
                Reply.json(200, "[\"Permission Denied\"]"),
                Reply.json(200, "[\"Caso CSM CS0001001 added\"]"));
        TicketId kept = new TicketId("8");

        assertThat(failure(() -> tracker.system.complete(kept, wish())))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("ModifyCustomField");
        tracker.reads("8", ticket(json("8", "new", ""), 41), ticket(json("8", "new", "CS0001001"), 42));

        assertThat(tracker.system.complete(kept, wish()).id().number()).isEqualTo("CS0001001");
    }

    @Test
    void onlyWhatIsLackingIsFilledIn() {
        tracker.reads(
                "7",
                ticket(json("7", "open", "CS0001001", "", "LOSS"), 40),
                ticket(json("7", "open", "CS0001001", "AB123456785CL", "LOSS"), 41));
        tracker.on("PUT", ROOT + "/ticket/7", Reply.json(200, "[\"Numero de Envio AB123456785CL added\"]"));

        assertThat(tracker.system.complete(TICKET, wish()).stamp().revision()).isEqualTo(41);

        assertThat(tracker.asked("PUT", ROOT + "/ticket/7").get(0).body())
                .isEqualTo("{\"CustomFields\":{\"Numero de Envio\":\"AB123456785CL\"}}");
    }

    /** A scrip may have moved it at once: it is the case's ticket all the same. */
    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void aTicketThatIsHiddenOnceItIsMadeIsToldOf(int status) {
        makes("8");
        tracker.reads("8", Reply.message(status, "Forbidden"));

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> tracker.system.create(wish()));

        assertThat(refused).hasMessageContaining("Ticket 8");
        assertThat(refused.made()).map(Ticket::id).contains(new TicketId("8"));
        assertThat(refused.request()).doesNotContain("Llegó", "camila@");
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 429, 401})
    void aTicketThatCannotBeReadOnceItIsMadeMayBeThere(int status) {
        makes("8");
        tracker.reads("8", Reply.message(status, "Not now"));

        assertThat(failure(() -> tracker.system.create(wish()))).isInstanceOf(RemoteFailure.OutcomeUnknown.class);
    }
}
