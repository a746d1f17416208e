package cl.buzon.connector.servicenow;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what we sent without telling what anybody said. */
final class Redaction {

    private static final Set<String> SOMEBODYS_WORDS =
            Set.of("comments", "short_description", "description", "close_notes");

    private Redaction() {}

    static String of(JsonObject body) {
        return body.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + (SOMEBODYS_WORDS.contains(entry.getKey()) && entry.getValue() instanceof JsonString text
                                ? "(" + text.getString().length() + " characters)"
                                : entry.getValue().toString()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
