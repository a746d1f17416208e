package cl.buzon.requesttracker;

import cl.buzon.sync.Invariants.Words;
import cl.buzon.sync.PortalRecords;
import cl.buzon.sync.World.Comment;
import cl.buzon.sync.World.Document;
import cl.buzon.sync.World.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All tickets of one portal as RT's staff see them, in the shape by which both sides are judged. */
final class TrackerTickets {

    static final Words WORDS = new Words(
            Map.of(
                    "NEW", "new",
                    "OPEN", "open",
                    "AWAITING_INFO", "stalled",
                    "RESOLVED", "resolved",
                    "CLOSED", "resolved",
                    "CANCELLED", "rejected"),
            state -> switch (state) {
                case "REQUESTED" -> "Solicitada";
                case "UNDER_REVIEW" -> "En evaluacion";
                case "APPROVED" -> "Aprobada";
                case "REJECTED" -> "Rechazada";
                case "PAYMENT_PENDING" -> "Pago pendiente";
                case "PAID" -> "Pagada";
                case "PAYMENT_FAILED" -> "Pago fallido";
                case "WITHDRAWN" -> "Retirada";
                default -> "No solicitada";
            });

    private static final String CONNECTOR = "buzon";
    private static final Map<String, String> MAIL = Map.of(
            "mfuentes", "marcela.fuentes@buzon.example",
            "rlagos", "rodrigo.lagos@buzon.example",
            "pibanez", "paula.ibanez@buzon.example");

    private final Tracker staff;
    private final Map<String, String> caseIds;

    /** @param caseIds by case number */
    TrackerTickets(Tracker staff, Map<String, String> caseIds) {
        this.staff = staff;
        this.caseIds = caseIds;
    }

    /** Those whose case numbers begin so. */
    List<Ticket> of(String prefix) {
        return staff.startingWith(prefix).parallelStream().map(this::ticket).toList();
    }

    private Ticket ticket(String id) {
        JsonNode ticket = staff.read(id);
        Map<String, String> own = Tracker.customFields(ticket);
        Map<String, String> fields = new HashMap<>();
        fields.put("state", ticket.get("Status").asString());
        fields.put(
                "assigned_to", MAIL.getOrDefault(ticket.get("Owner").get("id").asString(), ""));
        fields.put("short_description", ticket.get("Subject").asString());
        fields.put("u_compensation_state", own.getOrDefault("Estado Indemnizacion", ""));
        fields.put("u_compensation_amount", own.getOrDefault("Monto Indemnizacion", ""));

        List<JsonNode> transactions = staff.transactions(id).toList();
        List<Comment> said = transactions.stream()
                .filter(one -> isOf(one, "Correspond"))
                .flatMap(one -> comment(one).stream())
                .toList();
        List<Document> shown = transactions.stream()
                .filter(one -> isOf(one, "Correspond") || isOf(one, "Create"))
                .flatMap(one -> documents(one).stream())
                .toList();
        long revision = transactions.stream()
                .mapToLong(one -> Long.parseLong(one.get("id").asString()))
                .max()
                .orElse(0);
        String number = own.getOrDefault("Caso CSM", "none on ticket " + id);
        return new Ticket(id, caseIds.getOrDefault(number, number), fields, revision, said, shown);
    }

    private Optional<Comment> comment(JsonNode transaction) {
        String text = String.join("\n", staff.contents(transaction));
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Comment(key(transaction), isOurs(transaction), text));
    }

    private List<Document> documents(JsonNode transaction) {
        return staff.parts(transaction)
                .filter(part -> !part.get("Filename").asString().isEmpty())
                .map(part -> new Document(
                        key(transaction) + "-" + key(part).substring(1),
                        isOurs(transaction),
                        part.get("Filename").asString(),
                        PortalRecords.sum(staff.content(part.get("id").asString()))))
                .toList();
    }

    private static boolean isOf(JsonNode transaction, String type) {
        return transaction.get("Type").asString().equals(type);
    }

    private static boolean isOurs(JsonNode transaction) {
        return transaction.get("Creator").get("id").asString().equals(CONNECTOR);
    }

    /** As the connector calls it. */
    private static String key(JsonNode any) {
        return String.format(Locale.ROOT, "t%012d", Long.parseLong(any.get("id").asString()));
    }
}
