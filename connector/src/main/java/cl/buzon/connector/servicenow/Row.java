package cl.buzon.connector.servicenow;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a table, read leniently: values may come as strings, numbers, truths or references. */
record Row(JsonObject json) {

    /** Nothing when the column is hidden, null, unknown or was not asked for: that is not the same as empty. */
    Optional<String> get(String column) {
        JsonValue value = json.get(column);
        if (value instanceof JsonObject reference) {
            value = reference.containsKey("value") ? reference.get("value") : linked(reference);
        }
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        } else if (value instanceof JsonNumber number) {
            return Optional.of(number.toString().replaceFirst("\\.0+$", ""));
        } else if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return Optional.of(String.valueOf(value));
        }
        return Optional.empty();
    }

    /** The same as if a column were hidden. */
    Row without(String column) {
        return new Row(Json.createObjectBuilder(json).remove(column).build());
    }

    /** A reference may come without its key, but for the end of its address. */
    private static @Nullable JsonValue linked(JsonObject reference) {
        String link = reference.get("link") instanceof JsonString text ? text.getString() : "";
        String key = link.substring(link.lastIndexOf('/') + 1);
        return Query.KEY.matcher(key).matches() ? Json.createValue(key) : null;
    }

    /** The same, empty when it is not there. */
    String text(String column) {
        return get(column).orElse("");
    }

    Optional<Instant> time(String column) {
        try {
            return get(column).filter(text -> !text.isEmpty()).map(text -> LocalDateTime.parse(text.replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<Long> number(String column) {
        return get(column).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    String key() {
        return text("sys_id");
    }

    boolean hasKey() {
        return Query.KEY.matcher(key()).matches();
    }
}
