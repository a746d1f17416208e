package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.CASE;
import static cl.buzon.connector.servicenow.Connected.OURS;
import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.FailuresTest.failure;
import static cl.buzon.connector.servicenow.ScriptedInstance.CASES;
import static cl.buzon.connector.servicenow.ScriptedInstance.ROW;
import static cl.buzon.connector.servicenow.ScriptedInstance.USERS;
import static cl.buzon.connector.servicenow.ScriptedInstance.body;
import static cl.buzon.connector.servicenow.ScriptedInstance.result;
import static cl.buzon.connector.servicenow.ScriptedInstance.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that are found and changed: nothing is concluded from an answer that may be to another question. */
class CaseTableTest {

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    @Test
    void findsByOurKey() {
        instance.on("GET", CASES, rows(), rows(Connected.row("")), rows(Connected.row(""), Connected.row("")));

        assertThat(serviceNow.find(OURS)).isEmpty();
        assertThat(serviceNow.find(OURS).orElseThrow().id()).isEqualTo(TICKET);
        assertThat(failure(() -> serviceNow.find(OURS))).isInstanceOf(RemoteFailure.Refused.class);
        assertThat(instance.asked("GET", CASES)).allMatch(asked -> asked.query()
                .equals("correlation_id=" + CASE
                        + "^NQcorrelation_display=CS0001001^correlation_idISEMPTY"
                        + "^NQnumber=CS0001001^correlation_idISEMPTY"));
    }

    @Test
    void whatIsHiddenFromUsIsNotAbsent() {
        instance.on("GET", CASES, rows().with("X-Total-Count", "1"));

        assertThat(failure(() -> serviceNow.find(OURS)))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("hidden from us");
    }

    /** Otherwise a second one would be made of what is there already. */
    @Test
    void nothingFollowsFromAnAnswerThatDoesNotHeedTheQuestion() {
        instance.on(
                "GET",
                CASES,
                rows(Connected.row("").replace(CASE.toString(), "somebody-else")),
                rows("{\"sys_id\":\"" + TICKET + "\"}"));

        assertThat(failure(() -> serviceNow.find(OURS)))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("does not heed correlation_id");
        assertThat(failure(() -> serviceNow.find(OURS)))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("hidden");
    }

    private static String numbered(String key, String display, String tracking, String subject) {
        return Connected.row(",\"correlation_display\":\"" + display + "\",\"u_tracking_number\":\"" + tracking
                        + "\",\"short_description\":\"" + subject + "\"")
                .replace(CASE.toString(), "")
                .replace(TICKET.value(), FakeTable.key(Integer.parseInt(key)));
    }

    @Test
    void takesUpWhatCarriesOurNumberAndIsAboutTheSame() {
        instance.on(
                "GET",
                CASES,
                rows(
                        numbered("1", "CS0001001", "AB123456785CL", "otra cosa"),
                        numbered("2", "CS0001001", "ZZ999999999CL", "Caja rota")),
                rows(numbered("3", "CS0001001", "", "Caja  rota")),
                rows(numbered("4", "CS0001001", "", "Otra")),
                rows(numbered("5", "CS0001001", "", "Caja rota"), numbered("6", "CS0001001", "AB123456785CL", "Otra")));

        assertThat(serviceNow.find(OURS).orElseThrow().id().value()).isEqualTo(FakeTable.key(1));
        assertThat(serviceNow.find(OURS).orElseThrow().id().value()).isEqualTo(FakeTable.key(3));
        assertThat(serviceNow.find(OURS)).isEmpty();
        assertThat(failure(() -> serviceNow.find(OURS)))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("could be ours");
    }

    @Test
    void nobodyIsTakenUpByNumberWhereThatIsNotWanted() {
        ServiceNow strict = Connected.to(
                Connected.settings(instance.url(), Map.of("buzon.servicenow.adopt-by-number", "false")),
                new MovableClock(),
                (call, took, outcome) -> {});
        instance.on("GET", CASES, rows());

        assertThat(strict.find(OURS)).isEmpty();
        assertThat(instance.asked("GET", CASES)).allMatch(asked -> asked.query().equals("correlation_id=" + CASE));
    }

    @Test
    void anotherCaseThanAskedForIsNotBelieved() {
        instance.on("GET", ROW, result(Connected.row("").replace(TICKET.value(), "e".repeat(32))));

        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unreachable.class);
    }

    @Test
    void changesOnlyWhatItIsAsked() {
        instance.on("PATCH", ROW, result(Connected.row("")));

        serviceNow.update(TICKET, TicketFields.none().with(TicketField.STATE, "CLOSED"));
        serviceNow.say(TICKET, "Ana (portal): hola");

        List<Asked> sent = instance.asked("PATCH", ROW);
        assertThat(sent)
                .extracting(Asked::body)
                .containsExactly("{\"state\":\"3\"}", "{\"comments\":\"Ana (portal): hola\"}");
    }

    /** Otherwise the comment would be sent again. */
    @ParameterizedTest
    @CsvSource({"401", "429", "503"})
    void whatIsWrittenIsDoneEvenWhenItsExecutiveCannotBeFoundOut(int status) {
        String assigned =
                Connected.row("").replace("\"assigned_to\":\"\"", "\"assigned_to\":\"" + FakeTable.key(9) + "\"");
        instance.on("GET", USERS, Reply.error(status, "Not now", ""));
        instance.on("PATCH", ROW, result(assigned));
        instance.on("GET", ROW, result(assigned));

        Ticket said = serviceNow.say(TICKET, "Ana (portal): hola");
        Ticket closed = serviceNow.update(TICKET, TicketFields.none().with(TicketField.STATE, "CLOSED"));

        assertThat(said.fields().get(TicketField.EXECUTIVE)).isEmpty();
        assertThat(said.fields().get(TicketField.STATE)).contains("OPEN");
        assertThat(closed.stamp()).isEqualTo(said.stamp());
        assertThat(failure(() -> serviceNow.read(TICKET))).isNotInstanceOf(RemoteFailure.OutcomeUnknown.class);
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "429", "503"})
    void nobodyKnowsWhatBecameOfAWriteWhoseRowCannotBeRead(int status) {
        instance.on("PATCH", ROW, result("{}"));
        instance.on("GET", ROW, Reply.error(status, "Not now", ""));

        assertThat(failure(() -> serviceNow.say(TICKET, "Ana (portal): hola")))
                .isInstanceOfSatisfying(RemoteFailure.OutcomeUnknown.class, unknown -> assertThat(unknown)
                        .hasCauseInstanceOf(RemoteFailure.class));
    }

    @Test
    void helpsOutWhereAnEndWantsASolution() {
        instance.on(
                "PATCH",
                ROW,
                Reply.error(
                        403,
                        "Operation Failed",
                        "Data Policy Exception: The following fields are mandatory: Resolution code"),
                result(Connected.row("")));
        instance.on(
                "GET",
                "/api/now/v2/table/sys_choice",
                rows(
                        "{\"element\":\"resolution_code\",\"value\":\"4\",\"label\":\"Workaround\"}",
                        "{\"element\":\"resolution_code\",\"value\":\"7\",\"label\":\"Solved by customer\"}"));

        serviceNow.update(TICKET, TicketFields.none().with(TicketField.STATE, "CLOSED"));

        assertThat(body(instance.asked("PATCH", ROW).get(1)).getString("resolution_code"))
                .isEqualTo("7");
    }
}
