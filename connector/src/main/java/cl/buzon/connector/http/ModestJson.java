package cl.buzon.connector.http;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON of somebody else's, but for NULs: what is cut, nested too deep or made of too many values is none. */
public final class ModestJson {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** As JSON writes it; bare it is not allowed there. */
    private static final String NUL = "\\u0000";

    /** More values than any page that we ask for; as a tree they would take many times the room of their text. */
    private static final int MOST_VALUES = 200_000;

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of("org.eclipse.parsson.maxDepth", "64"));
    private static final JsonParserFactory PARSERS =
            Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", "64"));

    private ModestJson() {}

    /** What an answer holds; nothing when that is no JSON, or not whole. */
    public static @Nullable JsonValue of(Answer answer) {
        String all = answer.body().startsWith(BYTE_ORDER_MARK) ? answer.body().substring(1) : answer.body();
        String body = withoutNul(all);
        if (!answer.isJson() || body.isEmpty() || !isModest(body)) {
            return null;
        }
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (RuntimeException broken) {
            // The parser has a plain one for what is nested too deep
            return null;
        }
    }

    /** No database takes the character U+0000 in a text; nobody means it either. */
    private static String withoutNul(String body) {
        if (!body.contains(NUL)) {
            return body;
        }
        StringBuilder kept = new StringBuilder(body.length());
        int at = 0;
        while (at < body.length()) {
            if (body.startsWith(NUL, at)) {
                at += NUL.length();
            } else if (body.charAt(at) == '\\' && at + 1 < body.length()) {
                // A backslash that is escaped itself begins no other escape
                kept.append(body, at, at + 2);
                at += 2;
            } else {
                kept.append(body.charAt(at++));
            }
        }
        return kept.toString();
    }

    /** Counts before anything is built. */
    private static boolean isModest(String body) {
        if (body.length() < MOST_VALUES) {
            return true;
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(body))) {
            int values = 0;
            while (parser.hasNext() && values <= MOST_VALUES) {
                parser.next();
                values++;
            }
            return values <= MOST_VALUES;
        } catch (RuntimeException broken) {
            return false;
        }
    }
}
