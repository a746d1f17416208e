package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.ScriptedServer;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;

/** A Request Tracker that answers what a test tells it to. */
final class ScriptedTracker extends ScriptedServer {

    static final String ROOT = "/REST/2.0";
    static final TicketId TICKET = new TicketId("7");

    /** Where replies to it go. */
    static final String CORRESPOND = ROOT + "/ticket/7/correspond";

    static final CaseId CASE = CaseId.of("6f1d2c3b-0000-4000-8000-00000000abcd");
    static final Correlation OURS = new Correlation(CASE, new CaseNumber("CS0001001"), "AB123456785CL", "Caja rota");

    final TicketingSystem system = Tracked.at(url(), "1-14-secret", Tracked.CLOCK, (call, took, outcome) -> {});

    ScriptedTracker() {
        on("GET", ROOT + "/user/14", Reply.json(200, "{\"id\":14,\"Name\":\"buzon\",\"Lang\":\"en\"}"));
        on("GET", ROOT + "/user/mfuentes", Reply.json(200, "{\"id\":34,\"Name\":\"mfuentes\",\"Privileged\":1}"));
        on(
                "GET",
                ROOT + "/queue/Reclamos",
                Reply.json(
                        200,
                        "{\"id\":3,\"TicketCustomFields\":["
                                + String.join(
                                        ",",
                                        field(2, "Caso CSM"),
                                        field(3, "Numero de Envio"),
                                        field(4, "Categoria"),
                                        field(5, "Estado Indemnizacion"),
                                        field(6, "Monto Indemnizacion"),
                                        field(9, "Interno"))
                                + "]}"));
        on("POST", ROOT + "/users", Reply.json(200, "{\"items\":[]}"));
        on("GET", ROOT + "/tickets", Reply.json(200, "{\"items\":[]}"));
        on("GET", ROOT + "/transactions", Reply.json(200, "{\"items\":[]}"));
        on("POST", ROOT + "/attachments", Reply.json(200, "{\"items\":[]}"));
    }

    static String field(int id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    void reads(String ticket, Reply... replies) {
        on("GET", ROOT + "/ticket/" + ticket, replies);
    }

    void finds(String... tickets) {
        on("GET", ROOT + "/tickets", Reply.json(200, "{\"items\":[" + String.join(",", tickets) + "]}"));
    }

    static Reply ticket(String json, long revision) {
        return Reply.json(200, json).with("ETag", "\"" + revision + "\"");
    }

    /** What it answers to a reply that it took. */
    static Reply said() {
        return Reply.json(201, "[\"Correspondence added\"]").with("Location", ROOT + "/transaction/96");
    }

    static NewTicket wish() {
        return new NewTicket(
                OURS,
                "DAMAGE",
                "AB123456785CL",
                "Caja rota",
                "Llegó rota",
                new NewTicket.Customer("camila@andessur.example", "Camila Rojas", "Andes Sur SpA"),
                TicketFields.none()
                        .with(TicketField.STATE, "NEW")
                        .with(TicketField.EXECUTIVE, "marcela.fuentes@buzon.example")
                        .with(TicketField.COMPENSATION_STATE, "REQUESTED")
                        .with(TicketField.COMPENSATION_AMOUNT, ""));
    }

    /** A ticket as it tells itself. */
    static String json(String id, String status, String number) {
        return json(id, status, number, "AB123456785CL", "DAMAGE");
    }

    static String json(String id, String status, String number, String tracking, String category) {
        return "{\"id\":" + id + ",\"Subject\":\"Caja rota\",\"Status\":\"" + status
                + "\",\"LastUpdated\":\"2026-02-03T13:59:58Z\",\"Creator\":{\"id\":\"buzon\"},"
                + "\"Owner\":{\"id\":\"Nobody\",\"EmailAddress\":\"\"},\"CustomFields\":["
                + custom("Caso CSM", number) + "," + custom("Numero de Envio", tracking) + ","
                + custom("Categoria", category) + "," + custom("Estado Indemnizacion", "Solicitada") + ","
                + "{\"name\":\"Monto Indemnizacion\",\"values\":[null]}]}";
    }

    private static String custom(String name, String value) {
        return "{\"name\":\"" + name + "\",\"values\":[" + (value.isEmpty() ? "" : "\"" + value + "\"") + "]}";
    }
}
