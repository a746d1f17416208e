package cl.buzon.connector.link;

import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields and attempts as the database keeps them. */
final class FieldsJson {

    private FieldsJson() {}

    static String of(TicketFields fields) {
        return object(fields).build().toString();
    }

    static TicketFields fields(String json) {
        return fields(read(json));
    }

    static @Nullable String of(@Nullable Attempt attempt) {
        return attempt == null
                ? null
                : Json.createObjectBuilder()
                        .add("what", attempt.what().name())
                        .add("print", attempt.print())
                        .add("sent", object(attempt.sent()))
                        .add("begun", attempt.begun().toString())
                        .add("over", attempt.over())
                        .build()
                        .toString();
    }

    static @Nullable Attempt attempt(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonObject object = read(json);
        return new Attempt(
                Attempt.What.valueOf(object.getString("what")),
                object.getString("print"),
                fields(object.getJsonObject("sent")),
                Instant.parse(object.getString("begun")),
                object.getBoolean("over"));
    }

    private static JsonObjectBuilder object(TicketFields fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        fields.values().forEach((field, value) -> object.add(field.name(), value));
        return object;
    }

    private static TicketFields fields(JsonObject object) {
        Map<TicketField, String> values = new EnumMap<>(TicketField.class);
        object.keySet().forEach(name -> values.put(TicketField.valueOf(name), object.getString(name)));
        return new TicketFields(values);
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
