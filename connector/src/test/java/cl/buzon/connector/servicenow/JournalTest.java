package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.PolledInstance.CLOSED;
import static cl.buzon.connector.servicenow.PolledInstance.FILES;
import static cl.buzon.connector.servicenow.PolledInstance.activities;
import static cl.buzon.connector.servicenow.PolledInstance.activity;
import static cl.buzon.connector.servicenow.PolledInstance.entry;
import static cl.buzon.connector.servicenow.ScriptedInstance.JOURNAL;
import static cl.buzon.connector.servicenow.ScriptedInstance.USERS;
import static cl.buzon.connector.servicenow.ScriptedInstance.result;
import static cl.buzon.connector.servicenow.ScriptedInstance.rows;
import static cl.buzon.connector.servicenow.ScriptedInstance.user;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What was said on cases, and what becomes of a round when that is closed to us or hidden. */
class JournalTest {

    @AutoClose
    private final PolledInstance instance = new PolledInstance();

    @Test
    void workNotesNeverComeThrough() {
        instance.on("GET", JOURNAL, asked -> {
            FakeTable all = new FakeTable("sys_created_on");
            all.rows.add(entry(1, "work_notes", "marcela", "2026-02-03 13:59:58", "no decir"));
            all.rows.add(entry(2, "comments_and_work_notes", "marcela", "2026-02-03 13:59:58", "no decir"));
            all.rows.add(entry(3, "comments", "marcela", "2026-02-03 13:59:58", "decir"));
            Map<String, String> nameless = entry(4, "comments", "marcela", "2026-02-03 13:59:58", "no decir");
            nameless.remove("element");
            all.rows.add(nameless);
            // As an instance that ignores a filter which it does not understand
            return all.answer(new Asked("GET", JOURNAL, Map.of("sysparm_query", "sys_id>^ORDERBYx"), Map.of(), "", ""));
        });

        assertThat(instance.round().get(0).messages())
                .extracting(RemoteMessage::text)
                .containsExactly("decir");
        assertThat(instance.serviceNow.messages(TICKET))
                .extracting(RemoteMessage::text)
                .containsExactly("decir");
        assertThat(instance.asked("GET", JOURNAL))
                .allMatch(asked -> asked.query().startsWith("element=comments^"));
    }

    @Test
    void tellsWhoSaidIt() {
        instance.on("GET", USERS, rows(user(FakeTable.key(9), "marcela", "Marcela Fuentes", "Marcela@buzon.example")));
        instance.journal.rows.add(
                entry(1, "comments", "marcela", "2026-02-03 13:59:58", "[code]<p>Falta una <b>foto</b></p>[/code]"));
        instance.journal.rows.add(
                entry(2, "comments", "buzon.integration", "2026-02-03 13:59:59", "Ana (portal): <b>hola</b>"));
        instance.journal.rows.add(entry(3, "comments", "system", "2026-02-03 13:59:59", "Cerrado"));

        List<RemoteMessage> messages = instance.round().get(0).messages();
        instance.round();

        assertThat(messages)
                .extracting(RemoteMessage::text)
                .containsExactly("Falta una foto", "Ana (portal): <b>hola</b>", "Cerrado");
        assertThat(messages.get(0).author().name()).isEqualTo("Marcela Fuentes");
        assertThat(messages.get(0).author().email()).isEqualTo("marcela@buzon.example");
        assertThat(messages).extracting(message -> message.author().us()).containsExactly(false, true, false);
        assertThat(messages.get(2).author().name()).isEqualTo("system");
        assertThat(instance.asked("GET", USERS)).hasSize(1);
    }

    @Test
    void aLongJournalComesWhole() {
        for (int i = 0; i < 250; i++) {
            instance.journal.rows.add(entry(i + 1, "comments", "marcela", "2026-02-03 13:59:58", "texto " + i));
        }

        assertThat(instance.serviceNow.messages(TICKET))
                .hasSize(250)
                .isSortedAccordingTo(Comparator.comparing(RemoteMessage::id));
    }

    @Test
    void whatIsClosedToUsDoesNotKeepTheRestAway() {
        instance.addCases(7, 8, "2026-02-03 13:59:30");
        instance.on("GET", JOURNAL, CLOSED);
        instance.on("GET", FILES, CLOSED);

        Changes changes = instance.round().get(0);

        assertThat(changes.tickets()).hasSize(1);
        assertThat(changes.messages()).isEmpty();
    }

    @Test
    void theCaseApiSpeaksWhereTheJournalIsClosed() {
        instance.addCases(7, 8, "2026-02-03 13:59:30");
        instance.on("GET", JOURNAL, CLOSED);
        instance.on(
                "GET",
                activities(7),
                result("{\"entries\":[{\"sys_id\":\"" + FakeTable.key(9)
                        + "\",\"sys_created_on\":\"2026-02-03 13:59:30\",\"user_sys_id\":\"\",\"name\":\"Marcela\","
                        + "\"element\":\"comments\",\"value\":\"<p>Falta la foto</p>\"},"
                        + "{\"sys_id\":\"" + FakeTable.key(8)
                        + "\",\"sys_created_on\":\"2026-02-03 13:59:30\",\"name\":\"Marcela\","
                        + "\"element\":\"work_notes\",\"value\":\"no decir\"}]}"));

        assertThat(instance.round().get(0).messages())
                .extracting(RemoteMessage::text)
                .containsExactly("Falta la foto");
        assertThat(instance.serviceNow.messages(new TicketId(FakeTable.key(7)))).hasSize(1);
    }

    @Test
    void theCaseApiTellsWhichWordsAreOurs() {
        instance.addCases(7, 8, "2026-02-03 13:59:30");
        instance.on("GET", JOURNAL, CLOSED);
        instance.tellsActivities(7, activity(1, 70, "Ana (portal): <b>hola</b>"), activity(2, 71, "<b>Buenas</b>"));

        List<RemoteMessage> messages = instance.round().get(0).messages();

        assertThat(messages).extracting(message -> message.author().us()).containsExactly(true, false);
        assertThat(messages).extracting(RemoteMessage::text).containsExactly("Ana (portal): <b>hola</b>", "Buenas");
    }

    @Test
    void anEmptyJournalThatWasNeverSeenOtherwiseIsNotBelieved() {
        instance.addCases(7, 8, "2026-02-03 13:59:30");
        instance.tellsActivities(7, activity(1, 71, "hola"));
        TicketId ticket = new TicketId(FakeTable.key(7));
        assertThat(instance.round().get(0).messages()).isEmpty();

        assertThat(instance.serviceNow.messages(ticket))
                .extracting(RemoteMessage::text)
                .containsExactly("hola");
        assertThat(instance.round().get(0).messages())
                .extracting(RemoteMessage::text)
                .containsExactly("hola");

        instance.journal.rows.add(entry(1, "comments", "marcela", "2026-02-03 13:59:30", "por fin"));
        assertThat(instance.round().get(0).messages())
                .extracting(RemoteMessage::text)
                .containsExactly("por fin");
        assertThat(instance.serviceNow.messages(ticket)).isEmpty();
    }

    @Test
    void aTicketThatIsClosedToUsKeepsNoOtherAway() {
        instance.addCases(7, 9, "2026-02-03 13:59:30");
        instance.on("GET", JOURNAL, CLOSED);
        instance.on("GET", activities(7), CLOSED);
        instance.tellsActivities(8, activity(1, 71, "hola"));

        assertThat(instance.round().get(0).messages())
                .extracting(RemoteMessage::text)
                .containsExactly("hola");
    }
}
