package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTransactions.AT;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which changes are asked for at all. */
class ConcernsTest {

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    @Test
    void onlyChangesOfOurOwnFieldsAreAskedFor() {
        tracker.system.changes(AT);

        assertThat(tracker.asked("GET", ScriptedTransactions.PATH)
                        .get(0)
                        .parameters()
                        .get("query"))
                .contains("(Type = 'CustomField' AND (Field = '2' OR Field = '3' OR Field = '4' OR Field = '5' OR Field"
                        + " = '6'))")
                .doesNotContain("Queue");
    }

    /** They may be shown to us any moment, and nobody would hear of what changes in them. */
    @Test
    void fieldsOfWhichSomeAreMissingAreAskedForAgain() {
        String queue = ROOT + "/queue/Reclamos";
        tracker.on(
                "GET",
                queue,
                Reply.json(200, "{\"id\":3,\"TicketCustomFields\":[]}"),
                Reply.json(200, "{\"id\":3,\"TicketCustomFields\":[" + ScriptedTracker.field(2, "Caso CSM") + "]}"));

        tracker.system.changes(AT);
        tracker.system.changes(AT);

        assertThat(tracker.asked("GET", ScriptedTransactions.PATH))
                .extracting(one -> one.parameters().getOrDefault("query", "").contains("Field = '2'"))
                .containsExactly(false, true, true);
        assertThat(tracker.asked("GET", queue)).hasSize(3);
    }
}
