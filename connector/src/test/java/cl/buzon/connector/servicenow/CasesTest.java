package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.CASE;
import static cl.buzon.connector.servicenow.Connected.OURS;
import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.FailuresTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer;
import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {

    private static final String PATH = ScriptedInstance.CASES + "/" + TICKET;

    private final ScriptedInstance instance = new ScriptedInstance();
    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    @AfterEach
    void stop() {
        instance.close();
    }

    private static JsonObject body(Asked asked) {
        try (var reader = Json.createReader(new StringReader(asked.body()))) {
            return reader.readObject();
        }
    }

    /** Answers as a table does: with what was sent, and what it adds. */
    private void table(UnaryOperator<JsonObjectBuilder> rules) {
        instance.on("POST", ScriptedInstance.CASES, asked -> {
            JsonObjectBuilder row = Json.createObjectBuilder(body(asked))
                    .add("sys_id", TICKET.value())
                    .add("number", "CS0005005")
                    .add("sys_mod_count", "0")
                    .add("sys_updated_on", "2026-02-03 14:00:00")
                    .add("sys_created_by", "buzon.integration");
            return Reply.json(201, Connected.result(rules.apply(row).build().toString()));
        });
    }

    private static String user(String key, String login, String name, String mail) {
        return "{\"sys_id\":\"" + key + "\",\"user_name\":\"" + login + "\",\"name\":\"" + name + "\",\"email\":\""
                + mail + "\"}";
    }

    @Test
    void makesACaseAsPeopleThereExpectIt() {
        String marcela = "a".repeat(32);
        instance.on(
                "GET",
                "/api/now/v2/table/sys_user",
                Reply.json(
                        200,
                        Connected.result(
                                "[" + user(marcela, "marcela", "Marcela", "Marcela.Fuentes@buzon.example") + "]")));
        instance.on(
                "GET",
                "/api/now/v2/table/customer_contact",
                Reply.json(
                        200,
                        Connected.result("[{\"sys_id\":\"" + "c".repeat(32)
                                + "\",\"email\":\"camila@andessur.example\",\"account\":\"" + "d".repeat(32)
                                + "\"}]")));
        table(row -> row);

        Ticket made = serviceNow.create(Connected.wish("Caja  rota", "Llegó [code]rota[/code]"));
        serviceNow.create(Connected.wish("Otra", "Otra"));

        JsonObject sent = body(instance.asked("POST", ScriptedInstance.CASES).get(0));
        assertThat(sent.keySet())
                .containsExactlyInAnyOrder(
                        "correlation_id",
                        "correlation_display",
                        "contact_type",
                        "short_description",
                        "description",
                        "u_category",
                        "u_tracking_number",
                        "contact",
                        "account",
                        "state",
                        "assigned_to",
                        "u_compensation_state");
        assertThat(sent.getString("correlation_id")).isEqualTo(CASE.toString());
        assertThat(sent.getString("correlation_display")).isEqualTo("CS0001001");
        assertThat(sent.getString("u_tracking_number")).isEqualTo("AB123456785CL");
        assertThat(sent.getString("u_compensation_state")).isEqualTo("requested");
        assertThat(sent.getString("state")).isEqualTo("1");
        assertThat(sent.getString("assigned_to")).isEqualTo(marcela);
        assertThat(sent.getString("short_description")).isEqualTo("Caja rota");
        assertThat(sent.getString("description")).isEqualTo("Llegó [ code]rota[/ code]");
        assertThat(made.ours()).isEqualTo(CASE);
        assertThat(made.id()).isEqualTo(TICKET);
        assertThat(instance.asked("GET", "/api/now/v2/table/sys_user")).hasSize(1);
        assertThat(instance.asked("GET", "/api/now/v2/table/sys_dictionary")).hasSize(1);
    }

    @Test
    void strangersAreNoObstacle() {
        table(row -> row);

        serviceNow.create(Connected.wish("Caja", "rota"));
        serviceNow.create(Connected.wish("Caja", "rota"));

        assertThat(body(instance.asked("POST", ScriptedInstance.CASES).get(0)).keySet())
                .doesNotContain("assigned_to", "contact", "account");
        assertThat(instance.asked("GET", "/api/now/v2/table/customer_contact")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"u_category", "u_tracking_number", "correlation_id"})
    void namesTheColumnThatDidNotTakeItsValue(String column) {
        table(row -> row.add(column, ""));

        assertThat(failure(() -> serviceNow.create(Connected.wish("Caja", "rota"))))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining(column);
    }

    @Test
    void onlyOurKeyMustNotBeHidden() {
        table(row -> row.remove("u_category").remove("u_tracking_number"));
        assertThat(serviceNow.create(Connected.wish("Caja", "rota")).id()).isEqualTo(TICKET);

        table(row -> row.remove("correlation_id"));
        assertThat(failure(() -> serviceNow.create(Connected.wish("Caja", "rota"))))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("correlation_id");
    }

    @Test
    void givesAnIncompleteCaseWhatItLacks() {
        instance.on("GET", PATH, Reply.json(200, Connected.result(Connected.row(",\"u_tracking_number\":\"\""))));
        instance.on(
                "PATCH",
                PATH,
                Reply.json(
                        200,
                        Connected.result(
                                Connected.row(",\"u_tracking_number\":\"AB123456785CL\",\"u_category\":\"DAMAGE\""))),
                Reply.json(
                        200,
                        Connected.result(
                                Connected.row(",\"u_tracking_number\":\"AB123456785CL\",\"u_category\":\"\""))));

        serviceNow.complete(TICKET, Connected.wish("Caja", "rota"));

        assertThat(body(instance.asked("PATCH", PATH).get(0)).keySet())
                .containsExactlyInAnyOrder("correlation_display", "u_category", "u_tracking_number");
        assertThat(failure(() -> serviceNow.complete(TICKET, Connected.wish("Caja", "rota"))))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("u_category");
    }

    @Test
    void whatDoesNotFitIsSaidWhole() {
        instance.on(
                "GET",
                "/api/now/v2/table/sys_dictionary",
                Reply.json(
                        200,
                        Connected.result(
                                "[{\"name\":\"task\",\"element\":\"short_description\",\"max_length\":\"160\"},"
                                        + "{\"name\":\"sn_customerservice_case\",\"element\":\"short_description\",\"max_length\":\"20\"}]")));
        table(row -> row);
        var wish = Connected.wish("Un asunto que es más largo que veinte", "corta");

        serviceNow.create(wish);

        assertThat(body(instance.asked("POST", ScriptedInstance.CASES).get(0)).getString("short_description"))
                .isEqualTo("Un asunto que es má…");
        assertThat(serviceNow.overflow(wish))
                .containsExactly("Camila Rojas (portal): Un asunto que es más largo que veinte");
        assertThat(serviceNow.overflow(Connected.wish("corto", "corta"))).isEmpty();
    }

    @Test
    void learnsALengthFromWhatWasCutUnasked() {
        var wish = Connected.wish("Un asunto que es más largo que veinte", "corta");
        assertThat(serviceNow.overflow(wish)).isEmpty();
        table(row -> row.add("short_description", "Un asunto que es más"));

        serviceNow.create(wish);

        assertThat(serviceNow.overflow(wish)).hasSize(1);
    }

    @Test
    void findsByOurKey() {
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(200, Connected.result("[]")),
                Reply.json(200, Connected.result("[" + Connected.row("") + "]")),
                Reply.json(200, Connected.result("[" + Connected.row("") + "," + Connected.row("") + "]")));

        assertThat(serviceNow.find(OURS)).isEmpty();
        assertThat(serviceNow.find(OURS).orElseThrow().id()).isEqualTo(TICKET);
        assertThat(failure(() -> serviceNow.find(OURS))).isInstanceOf(RemoteFailure.Refused.class);
        assertThat(instance.asked("GET", ScriptedInstance.CASES)).allMatch(asked -> asked.query()
                .equals("correlation_id=" + CASE
                        + "^NQcorrelation_display=CS0001001^correlation_idISEMPTY"
                        + "^NQnumber=CS0001001^correlation_idISEMPTY"));
    }

    @Test
    void whatIsHiddenFromUsIsNotAbsent() {
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(200, Connected.result("[]")).with("X-Total-Count", "1"));

        assertThat(failure(() -> serviceNow.find(OURS)))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("hidden from us");
    }

    /** Otherwise a second one would be made of what is there already. */
    @Test
    void nothingFollowsFromAnAnswerThatDoesNotHeedTheQuestion() {
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(
                        200, Connected.result("[" + Connected.row("").replace(CASE.toString(), "somebody-else") + "]")),
                Reply.json(200, Connected.result("[{\"sys_id\":\"" + TICKET + "\"}]")));

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
                ScriptedInstance.CASES,
                Reply.json(
                        200,
                        Connected.result("[" + numbered("1", "CS0001001", "AB123456785CL", "otra cosa") + ","
                                + numbered("2", "CS0001001", "ZZ999999999CL", "Caja rota") + "]")),
                Reply.json(200, Connected.result("[" + numbered("3", "CS0001001", "", "Caja  rota") + "]")),
                Reply.json(200, Connected.result("[" + numbered("4", "CS0001001", "", "Otra") + "]")),
                Reply.json(
                        200,
                        Connected.result("[" + numbered("5", "CS0001001", "", "Caja rota") + ","
                                + numbered("6", "CS0001001", "AB123456785CL", "Otra") + "]")));

        assertThat(serviceNow.find(OURS).orElseThrow().id().value()).isEqualTo(FakeTable.key(1));
        assertThat(serviceNow.find(OURS).orElseThrow().id().value()).isEqualTo(FakeTable.key(3));
        assertThat(serviceNow.find(OURS)).isEmpty();
        assertThat(failure(() -> serviceNow.find(OURS)))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("could be ours");
    }

    @Test
    void whatIsTakenUpIsGivenOurKey() {
        String path = ScriptedInstance.CASES + "/" + TICKET;
        String whole =
                ",\"correlation_display\":\"CS0001001\",\"u_category\":\"X\",\"u_tracking_number\":\"AB123456785CL\"";
        instance.on(
                "GET",
                path,
                Reply.json(200, Connected.result(Connected.row(whole).replace(CASE.toString(), ""))));
        instance.on("PATCH", path, Reply.json(200, Connected.result(Connected.row(whole))));

        serviceNow.complete(TICKET, Connected.wish("Caja rota", "Llegó rota"));

        assertThat(instance.asked("PATCH", path))
                .extracting(ScriptedServer.Asked::body)
                .containsExactly("{\"correlation_id\":\"" + CASE + "\"}");
    }

    @Test
    void nobodyIsTakenUpByNumberWhereThatIsNotWanted() {
        ServiceNow strict = Connected.to(
                Connected.settings(instance.url(), Map.of("buzon.servicenow.adopt-by-number", "false")),
                new MovableClock(),
                (call, took, outcome) -> {});
        instance.on("GET", ScriptedInstance.CASES, Reply.json(200, Connected.result("[]")));

        assertThat(strict.find(OURS)).isEmpty();
        assertThat(instance.asked("GET", ScriptedInstance.CASES))
                .allMatch(asked -> asked.query().equals("correlation_id=" + CASE));
    }

    @Test
    void readsReferencesAndValuesInAnyForm() {
        instance.on(
                "GET",
                ScriptedInstance.CASES + "/" + TICKET,
                Reply.json(
                        200,
                        "\uFEFF"
                                + Connected.result("{\"sys_id\":\"" + TICKET
                                        + "\",\"number\":5005,\"state\":10,\"sys_mod_count\":4.0,\"u_compensation_amount\":15000,"
                                        + "\"assigned_to\":{\"display_value\":\"Ana\",\"link\":\"https://x/api/now/v2/table/sys_user/"
                                        + FakeTable.key(9)
                                        + "\"},\"assigned_to.email\":\"Ana@x.example\",\"close_notes\":null,"
                                        + "\"resolution_code\":{},\"u_compensation_state\":{\"display_value\":\"\",\"value\":\"paid\"},"
                                        + "\"more\":[1,{\"a\":null}]}")));

        Ticket ticket = serviceNow.read(TICKET);

        assertThat(ticket.stamp().revision()).isEqualTo(4);
        assertThat(ticket.fields().values())
                .containsOnly(
                        Map.entry(TicketField.STATE, "OPEN"),
                        Map.entry(TicketField.EXECUTIVE, "ana@x.example"),
                        Map.entry(TicketField.COMPENSATION_STATE, "PAID"),
                        Map.entry(TicketField.COMPENSATION_AMOUNT, "15000"));
    }

    @Test
    void aStateOfTheirsMayMeanNothingHere() {
        ServiceNow lenient = Connected.to(
                Connected.settings(instance.url(), Map.of("buzon.servicenow.ignored-states", "5, 8")),
                new MovableClock(),
                (call, took, outcome) -> {});
        instance.on(
                "GET",
                ScriptedInstance.CASES + "/" + TICKET,
                Reply.json(200, Connected.result(Connected.row("").replace("\"10\"", "\"8\""))));

        assertThat(lenient.read(TICKET).fields().get(TicketField.STATE)).isEmpty();
        assertThat(serviceNow.read(TICKET).fields().get(TicketField.STATE)).contains("?8");
    }

    @Test
    void readsValuesInOurWords() {
        instance.on(
                "GET",
                PATH,
                Reply.json(
                        200,
                        Connected.result(Connected.row("")
                                .replace(
                                        "\"assigned_to\":\"\"",
                                        "\"assigned_to\":{\"value\":\"" + "a".repeat(32)
                                                + "\",\"link\":\"x\"},\"assigned_to.email\":\"Marcela@buzon.example\"")
                                .replace("\"state\":\"10\"", "\"state\":18")
                                .replace("\"u_compensation_amount\":\"\"", "\"u_compensation_amount\":\"15000\"")
                                .replace("\"close_notes\":\"\"", "\"close_notes\":\"<p>Pagado</p>\""))));

        Ticket ticket = serviceNow.read(TICKET);

        assertThat(ticket.stamp()).isEqualTo(new Stamp(3, Instant.parse("2026-02-03T13:59:58Z")));
        assertThat(ticket.fields().values())
                .isEqualTo(Map.of(
                        TicketField.STATE, "AWAITING_INFO",
                        TicketField.EXECUTIVE, "marcela@buzon.example",
                        TicketField.COMPENSATION_STATE, "REQUESTED",
                        TicketField.COMPENSATION_AMOUNT, "15000",
                        TicketField.RESOLUTION_CODE, "",
                        TicketField.RESOLUTION_NOTES, "Pagado"));
    }

    @Test
    void whatIsHiddenIsUnknownAndWhatIsStrangeIsKept() {
        instance.on(
                "GET",
                PATH,
                Reply.json(
                        200,
                        Connected.result("{\"sys_id\":\"" + TICKET + "\",\"state\":\"42\",\"sys_mod_count\":\"1\","
                                + "\"sys_updated_on\":\"2026-02-03 13:59:58\",\"u_compensation_state\":\"\"}")));

        TicketFields fields = serviceNow.read(TICKET).fields();

        assertThat(fields.values())
                .isEqualTo(Map.of(TicketField.STATE, "?42", TicketField.COMPENSATION_STATE, "NOT_REQUESTED"));
    }

    @ParameterizedTest
    @CsvSource({
        "1234, 1234",
        "1234.00, 1234",
        "CLP;1234, 1234",
        "0, ''",
        "1.234, ?1.234",
        "1.000, ?1.000",
        "USD;12, ?USD;12",
        "-5, ?-5",
        "mil, ?mil"
    })
    void amountsAreWholeOrNotUnderstood(String raw, String ours) {
        instance.on(
                "GET",
                PATH,
                Reply.json(
                        200,
                        Connected.result(Connected.row("")
                                .replace(
                                        "\"u_compensation_amount\":\"\"",
                                        "\"u_compensation_amount\":\"" + raw + "\""))));

        assertThat(serviceNow.read(TICKET).fields().get(TicketField.COMPENSATION_AMOUNT))
                .contains(ours);
    }

    @Test
    void changesOnlyWhatItIsAsked() {
        instance.on("PATCH", PATH, Reply.json(200, Connected.result(Connected.row(""))));

        serviceNow.update(TICKET, TicketFields.none().with(TicketField.STATE, "CLOSED"));
        serviceNow.say(TICKET, "Ana (portal): hola");

        List<Asked> sent = instance.asked("PATCH", PATH);
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
        instance.on("GET", "/api/now/v2/table/sys_user", Reply.error(status, "Not now", ""));
        instance.on("PATCH", PATH, Reply.json(200, Connected.result(assigned)));
        instance.on("GET", PATH, Reply.json(200, Connected.result(assigned)));

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
        instance.on("PATCH", PATH, Reply.json(200, Connected.result("{}")));
        instance.on("GET", PATH, Reply.error(status, "Not now", ""));

        assertThat(failure(() -> serviceNow.say(TICKET, "Ana (portal): hola")))
                .isInstanceOfSatisfying(RemoteFailure.OutcomeUnknown.class, unknown -> assertThat(unknown)
                        .hasCauseInstanceOf(RemoteFailure.class));
    }

    @Test
    void helpsOutWhereAnEndWantsASolution() {
        instance.on(
                "PATCH",
                PATH,
                Reply.error(
                        403,
                        "Operation Failed",
                        "Data Policy Exception: The following fields are mandatory: Resolution code"),
                Reply.json(200, Connected.result(Connected.row(""))));
        instance.on(
                "GET",
                "/api/now/v2/table/sys_choice",
                Reply.json(
                        200,
                        Connected.result(
                                "[{\"element\":\"resolution_code\",\"value\":\"4\",\"label\":\"Workaround\"},"
                                        + "{\"element\":\"resolution_code\",\"value\":\"7\",\"label\":\"Solved by customer\"}]")));

        serviceNow.update(TICKET, TicketFields.none().with(TicketField.STATE, "CLOSED"));

        assertThat(body(instance.asked("PATCH", PATH).get(1)).getString("resolution_code"))
                .isEqualTo("7");
    }

    @Test
    void anotherCaseThanAskedForIsNotBelieved() {
        instance.on(
                "GET",
                PATH,
                Reply.json(200, Connected.result(Connected.row("").replace(TICKET.value(), "e".repeat(32)))));

        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unreachable.class);
    }
}
