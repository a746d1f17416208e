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

/** Reads JSON of somebody else's: what is cut, nested too deep or made of too many values is none. */
public final class ModestJson {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** More values than any page that we ask for; as a tree they would take many times the room of their text. */
    private static final int MOST_VALUES = 200_000;

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of("org.eclipse.parsson.maxDepth", "64"));
    private static final JsonParserFactory PARSERS =
            Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", "64"));

    private ModestJson() {}

    /** What an answer holds; nothing when that is no JSON, or not whole. */
    public static @Nullable JsonValue of(Answer answer) {
        String body = answer.body().startsWith(BYTE_ORDER_MARK) ? answer.body().substring(1) : answer.body();
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
