package cl.buzon.connector.requesttracker;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something as Request Tracker tells it; numbers come as such or as text, whatever the place. */
record Item(JsonObject json) {

    /** What "never" looks like. */
    private static final Instant UNSET = Instant.EPOCH;

    /** Empty when missing, null or no text. */
    String text(String name) {
        JsonValue value = json.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value instanceof JsonNumber number ? number.toString() : "";
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    /** Zero when it is none. */
    long number(String name) {
        String text = text(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    long id() {
        return number("id");
    }

    Optional<Instant> time(String name) {
        try {
            return Optional.of(Instant.parse(text(name))).filter(time -> !time.equals(UNSET));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Another thing that this one names; empty when it is only text. */
    Item of(String name) {
        return new Item(json.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
    }

    List<Item> list(String name) {
        return list(json.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY);
    }

    static List<Item> list(JsonArray array) {
        List<Item> records = new ArrayList<>();
        for (JsonValue value : array) {
            if (value instanceof JsonObject object) {
                records.add(new Item(object));
            }
        }
        return records;
    }

    /** Texts of a list; what is none is left out. */
    Set<String> names(String name) {
        Set<String> names = new HashSet<>();
        if (json.get(name) instanceof JsonArray array) {
            array.forEach(value -> {
                if (value instanceof JsonString text) {
                    names.add(text.getString());
                }
            });
        }
        return names;
    }

    /** The value of a custom field, empty for none; nothing when the field is hidden from us or does not exist. */
    Optional<String> custom(String field) {
        return list("CustomFields").stream()
                .filter(one -> one.text("name").equalsIgnoreCase(field))
                .findFirst()
                .map(Item::first);
    }

    private String first() {
        JsonArray values = json.get("values") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        return (!values.isEmpty() && values.get(0) instanceof JsonString value)
                ? value.getString().strip()
                : "";
    }
}
