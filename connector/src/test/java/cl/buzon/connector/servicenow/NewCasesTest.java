package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.CASE;
import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.FailuresTest.failure;
import static cl.buzon.connector.servicenow.ScriptedInstance.CASES;
import static cl.buzon.connector.servicenow.ScriptedInstance.ROW;
import static cl.buzon.connector.servicenow.ScriptedInstance.USERS;
import static cl.buzon.connector.servicenow.ScriptedInstance.body;
import static cl.buzon.connector.servicenow.ScriptedInstance.result;
import static cl.buzon.connector.servicenow.ScriptedInstance.rows;
import static cl.buzon.connector.servicenow.ScriptedInstance.user;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that are made as people there expect them, and never lack what they are found by. */
class NewCasesTest {

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    /** Answers as a table does: with what was sent, and what it adds. */
    private void table(UnaryOperator<JsonObjectBuilder> rules) {
        instance.on("POST", CASES, asked -> {
            JsonObjectBuilder row = Json.createObjectBuilder(body(asked))
                    .add("sys_id", TICKET.value())
                    .add("number", "CS0005005")
                    .add("sys_mod_count", "0")
                    .add("sys_updated_on", "2026-02-03 14:00:00")
                    .add("sys_created_by", "buzon.integration");
            return Reply.json(201, Connected.result(rules.apply(row).build().toString()));
        });
    }

    @Test
    void makesACaseAsPeopleThereExpectIt() {
        String marcela = "a".repeat(32);
        instance.on("GET", USERS, rows(user(marcela, "marcela", "Marcela", "Marcela.Fuentes@buzon.example")));
        instance.on(
                "GET",
                "/api/now/v2/table/customer_contact",
                rows("{\"sys_id\":\"" + "c".repeat(32)
                        + "\",\"email\":\"camila@andessur.example\",\"account\":\"" + "d".repeat(32)
                        + "\"}"));
        table(row -> row);

        Ticket made = serviceNow.create(Connected.wish("Caja  rota", "Llegó [code]rota[/code]"));
        serviceNow.create(Connected.wish("Otra", "Otra"));

        JsonObject sent = body(instance.asked("POST", CASES).get(0));
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
        assertThat(instance.asked("GET", USERS)).hasSize(1);
        assertThat(instance.asked("GET", "/api/now/v2/table/sys_dictionary")).hasSize(1);
    }

    @Test
    void strangersAreNoObstacle() {
        table(row -> row);

        serviceNow.create(Connected.wish("Caja", "rota"));
        serviceNow.create(Connected.wish("Caja", "rota"));

        assertThat(body(instance.asked("POST", CASES).get(0)).keySet())
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
        instance.on("GET", ROW, result(Connected.row(",\"u_tracking_number\":\"\"")));
        instance.on(
                "PATCH",
                ROW,
                result(Connected.row(",\"u_tracking_number\":\"AB123456785CL\",\"u_category\":\"DAMAGE\"")),
                result(Connected.row(",\"u_tracking_number\":\"AB123456785CL\",\"u_category\":\"\"")));

        serviceNow.complete(TICKET, Connected.wish("Caja", "rota"));

        assertThat(body(instance.asked("PATCH", ROW).get(0)).keySet())
                .containsExactlyInAnyOrder("correlation_display", "u_category", "u_tracking_number");
        assertThat(failure(() -> serviceNow.complete(TICKET, Connected.wish("Caja", "rota"))))
                .isInstanceOf(RemoteFailure.Refused.class)
                .hasMessageContaining("u_category");
    }

    @Test
    void whatIsTakenUpIsGivenOurKey() {
        String whole =
                ",\"correlation_display\":\"CS0001001\",\"u_category\":\"X\",\"u_tracking_number\":\"AB123456785CL\"";
        instance.on("GET", ROW, result(Connected.row(whole).replace(CASE.toString(), "")));
        instance.on("PATCH", ROW, result(Connected.row(whole)));

        serviceNow.complete(TICKET, Connected.wish("Caja rota", "Llegó rota"));

        assertThat(instance.asked("PATCH", ROW))
                .extracting(Asked::body)
                .containsExactly("{\"correlation_id\":\"" + CASE + "\"}");
    }

    @Test
    void whatDoesNotFitIsSaidWhole() {
        instance.on(
                "GET",
                "/api/now/v2/table/sys_dictionary",
                rows(
                        "{\"name\":\"task\",\"element\":\"short_description\",\"max_length\":\"160\"}",
                        "{\"name\":\"sn_customerservice_case\",\"element\":\"short_description\",\"max_length\":\"20\"}"));
        table(row -> row);
        var wish = Connected.wish("Un asunto que es más largo que veinte", "corta");

        serviceNow.create(wish);

        assertThat(body(instance.asked("POST", CASES).get(0)).getString("short_description"))
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
}
