package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.CallObserver;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The adapter as it is connected to an address in tests. */
final class Connected {

    static final TicketId TICKET = new TicketId("0123456789abcdef0123456789abcdef");
    static final CaseId CASE = CaseId.of("6f1d2c3b-0000-4000-8000-00000000abcd");

    static final Correlation OURS = new Correlation(CASE, new CaseNumber("CS0001001"), "AB123456785CL", "Caja rota");

    private Connected() {}

    static ServiceNowSettings settings(String url, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of("buzon.servicenow.url", url));
        all.putAll(more);
        return new SettingsReader(key -> Optional.ofNullable(all.get(key)), "sandbox").read();
    }

    static ServiceNow to(String url, MovableClock clock) {
        return to(settings(url, Map.of()), clock, (call, took, outcome) -> {});
    }

    static ServiceNow to(ServiceNowSettings settings, MovableClock clock, CallObserver observer) {
        return new ServiceNow("sandbox", Parts.of(settings, clock, observer));
    }

    /** The same settings with less patience. */
    static ServiceNowSettings hasty(ServiceNowSettings s, Duration connect, Duration deadline) {
        return new ServiceNowSettings(
                s.url(),
                s.login(),
                s.table(),
                s.names(),
                s.states(),
                s.compensations(),
                s.category(),
                s.group(),
                s.parallel(),
                connect,
                deadline,
                s.overlap(),
                s.closing(),
                s.user(),
                s.ignoredStates(),
                s.adopts(),
                s.rate());
    }

    static NewTicket wish(String subject, String description) {
        return new NewTicket(
                OURS,
                "DAMAGE",
                "AB123456785CL",
                subject,
                description,
                new NewTicket.Customer("camila@andessur.example", "Camila Rojas", "Andes Sur SpA"),
                TicketFields.none()
                        .with(TicketField.STATE, "NEW")
                        .with(TicketField.EXECUTIVE, "marcela.fuentes@buzon.example")
                        .with(TicketField.COMPENSATION_STATE, "REQUESTED")
                        .with(TicketField.COMPENSATION_AMOUNT, ""));
    }

    /** A whole row in an answer. */
    static String row(String more) {
        return "{\"sys_id\":\"" + TICKET + "\",\"number\":\"CS0005005\",\"correlation_id\":\"" + CASE
                + "\",\"state\":\"10\",\"assigned_to\":\"\",\"u_compensation_state\":\"requested\","
                + "\"u_compensation_amount\":\"\",\"resolution_code\":\"\",\"close_notes\":\"\",\"sys_mod_count\":\"3\","
                + "\"sys_updated_on\":\"2026-02-03 13:59:58\",\"sys_created_by\":\"buzon.integration\","
                + "\"sys_updated_by\":\"marcela\"" + more + "}";
    }

    static String result(String json) {
        return "{\"result\":" + json + "}";
    }
}
