package cl.buzon.connector.http;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells what we sent without telling what anybody said, or who.
 *
 * @param somebodysWords names of the members, however deep they lie, of which only the length is told
 */
public record Redaction(Set<String> somebodysWords) {

    public Redaction {
        somebodysWords = Set.copyOf(somebodysWords);
    }

    public String of(JsonObject body) {
        return new TreeMap<>(body)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + told(entry))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private String told(Map.Entry<String, JsonValue> member) {
        JsonValue value = member.getValue();
        if (somebodysWords.contains(member.getKey())) {
            return "("
                    + (value instanceof JsonString text
                            ? text.getString().length()
                            : value.toString().length())
                    + " characters)";
        }
        return value instanceof JsonObject object ? of(object) : value.toString();
    }
}
