package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.ScriptedInstance.ROW;
import static cl.buzon.connector.servicenow.ScriptedInstance.result;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row in our words, in whatever form it tells its values. */
class CaseRowsTest {

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    @Test
    void readsReferencesAndValuesInAnyForm() {
        instance.on(
                "GET",
                ROW,
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
    void readsValuesInOurWords() {
        instance.on(
                "GET",
                ROW,
                result(Connected.row("")
                        .replace(
                                "\"assigned_to\":\"\"",
                                "\"assigned_to\":{\"value\":\"" + "a".repeat(32)
                                        + "\",\"link\":\"x\"},\"assigned_to.email\":\"Marcela@buzon.example\"")
                        .replace("\"state\":\"10\"", "\"state\":18")
                        .replace("\"u_compensation_amount\":\"\"", "\"u_compensation_amount\":\"15000\"")
                        .replace("\"close_notes\":\"\"", "\"close_notes\":\"<p>Pagado</p>\"")));

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
    void aStateOfTheirsMayMeanNothingHere() {
        ServiceNow lenient = Connected.to(
                Connected.settings(instance.url(), Map.of("buzon.servicenow.ignored-states", "5, 8")),
                new MovableClock(),
                (call, took, outcome) -> {});
        instance.on("GET", ROW, result(Connected.row("").replace("\"10\"", "\"8\"")));

        assertThat(lenient.read(TICKET).fields().get(TicketField.STATE)).isEmpty();
        assertThat(serviceNow.read(TICKET).fields().get(TicketField.STATE)).contains("?8");
    }

    @Test
    void whatIsHiddenIsUnknownAndWhatIsStrangeIsKept() {
        instance.on(
                "GET",
                ROW,
                result("{\"sys_id\":\"" + TICKET + "\",\"state\":\"42\",\"sys_mod_count\":\"1\","
                        + "\"sys_updated_on\":\"2026-02-03 13:59:58\",\"u_compensation_state\":\"\"}"));

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
                ROW,
                result(Connected.row("")
                        .replace("\"u_compensation_amount\":\"\"", "\"u_compensation_amount\":\"" + raw + "\"")));

        assertThat(serviceNow.read(TICKET).fields().get(TicketField.COMPENSATION_AMOUNT))
                .contains(ours);
    }
}
