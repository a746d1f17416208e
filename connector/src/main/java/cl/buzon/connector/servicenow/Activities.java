package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.PlainText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The comments of one case as the Case API tells them, where the journal itself is closed to us. */
final class Activities {

    private static final String COMMENTS = "comments";

    private final Api api;
    private final People people;

    Activities(Api api, People people) {
        this.api = api;
        this.people = people;
    }

    List<RemoteMessage> of(TicketId ticket) {
        Row answer = api.object(
                "messages.case",
                "/api/sn_customerservice/case/" + CaseTable.checked(ticket).value() + "/activities",
                Map.of("sysparm_activity_type", COMMENTS));
        if (!(answer.json().get("entries") instanceof JsonArray entries)) {
            return List.of();
        }
        return entries.stream()
                .filter(JsonObject.class::isInstance)
                .map(entry -> new Row((JsonObject) entry))
                .filter(row -> row.text("element").equals(COMMENTS))
                .filter(row -> row.hasKey() && row.time("sys_created_on").isPresent())
                .map(row -> message(ticket, row, answer.text("user_sys_id")))
                .filter(message -> !message.text().isEmpty())
                .sorted(Comparator.comparing(RemoteMessage::at).thenComparing(RemoteMessage::id))
                .toList();
    }

    private RemoteMessage message(TicketId ticket, Row row, String asking) {
        RemoteAuthor author = author(row, asking);
        String value = row.text("value");
        return new RemoteMessage(
                row.key(),
                ticket,
                author,
                row.time("sys_created_on").orElseThrow(),
                author.us() ? value : PlainText.of(value));
    }

    /** @param asking key of whoever asks, who is us, as the answer tells without a look at the users */
    private RemoteAuthor author(Row row, String asking) {
        String key = row.text("user_sys_id");
        if (!key.isEmpty() && key.equals(asking)) {
            return new RemoteAuthor(row.text("name"), null, true);
        }
        return people.byKey(key)
                .map(known -> people.author(known))
                .orElseGet(() -> new RemoteAuthor(row.text("name"), null, false));
    }
}
