package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an answer means. Good is only the expected status with JSON that has a {@code result} of the expected
 * kind and no {@code error}; everything else is a failure, typed by what is to be done next.
 */
final class Judge {

    private static final int ERROR_WORDS = 2000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** More values than any page that we ask for; as a tree they would take many times the room of their text. */
    private static final int MOST_VALUES = 200_000;

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of("org.eclipse.parsson.maxDepth", "64"));
    private static final JsonParserFactory PARSERS =
            Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", "64"));

    private final RetryAfter retryAfter;

    Judge(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** The {@code result} of a good answer. */
    JsonValue result(Call call, Answer answer, int expected, JsonValue.ValueType kind) {
        if (answer.status() != expected) {
            throw failure(call, answer);
        }
        JsonObject body = parse(answer);
        if (body == null) {
            throw nonsense(call, answer, answer.isJson() ? "JSON that breaks off or is none" : "no JSON");
        }
        if (body.containsKey("error")) {
            throw nonsense(call, answer, "an error inside: " + words(body));
        }
        JsonValue result = body.get("result");
        if (result == null || result.getValueType() != kind) {
            throw nonsense(call, answer, "no result as asked for");
        }
        return result;
    }

    /** What an answer that is not the expected one means. */
    RemoteFailure failure(Call call, Answer answer) {
        int status = answer.status();
        String told = told(call, answer);
        if (status == 401) {
            return new RemoteFailure.Unauthorized(told);
        } else if (status == 429) {
            return new RemoteFailure.Throttled(told, retryAfter.of(answer));
        } else if (status >= 500 || status == 408) {
            return call.writes()
                    ? new RemoteFailure.OutcomeUnknown(told, status == 502 || status == 504, null)
                    : new RemoteFailure.Unreachable(told, null);
        } else if (status >= 400) {
            return refusal(call, answer, told);
        } else if (status >= 300) {
            return new RemoteFailure.Unreachable(told + ", a redirect", null);
        }
        return nonsense(call, answer, "not what was expected");
    }

    private static RemoteFailure refusal(Call call, Answer answer, String told) {
        JsonObject body = parse(answer);
        boolean closed = answer.status() == 404 || (answer.status() == 403 && !call.writes());
        if (body == null && answer.whole() && closed) {
            // Not the instance speaks, but what stands before it, and to everybody
            return new RemoteFailure.Unreachable(told, null);
        }
        String words = body == null ? "" : words(body);
        if (words.contains("Failed API level ACL Validation")) {
            // Told while a node is being switched
            return new RemoteFailure.Refused(words, call.described(), answer.status() + " " + words, true);
        }
        if (answer.status() == 404 && !words.contains("does not represent any resource")) {
            return new RemoteFailure.Gone(told);
        }
        return new RemoteFailure.Refused(
                words.isEmpty() ? "status " + answer.status() : words, call.described(), answer.status() + " " + words);
    }

    private static RemoteFailure nonsense(Call call, Answer answer, String why) {
        String told = told(call, answer) + ", " + why;
        return call.writes()
                ? new RemoteFailure.OutcomeUnknown(told, false, null)
                : new RemoteFailure.Unreachable(told, null);
    }

    private static String told(Call call, Answer answer) {
        JsonObject body = parse(answer);
        String words = body == null ? title(answer) : words(body);
        return call.described() + ": HTTP " + answer.status() + (words.isEmpty() ? "" : ", " + words) + " (transaction "
                + answer.transaction() + ")";
    }

    /** Of a page that somebody made for people. */
    private static String title(Answer answer) {
        String page = answer.body().substring(0, Math.min(answer.body().length(), 4096));
        int from = page.indexOf("<title>");
        int to = page.indexOf("</title>");
        return from < 0 || to < from ? "" : "a page: " + page.substring(from + 7, Math.min(to, from + 107));
    }

    /** The words of an error; {@code error} itself may be an object, or a word as the token's address has it. */
    static String words(JsonObject body) {
        JsonValue error = body.get("error");
        String words;
        if (error instanceof JsonObject object) {
            String message = text(object.get("message"));
            String detail = text(object.get("detail"));
            words = detail.isEmpty() || detail.equals(message) ? message : message + ": " + detail;
        } else {
            words = (text(error) + " " + text(body.get("error_description"))).strip();
        }
        return words.length() > ERROR_WORDS ? words.substring(0, ERROR_WORDS) + "…" : words;
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof jakarta.json.JsonString string ? string.getString() : "";
    }

    /** The object that an answer holds; nothing when it holds none, or not a whole one. */
    static @Nullable JsonObject parse(Answer answer) {
        String body = answer.body().startsWith(BYTE_ORDER_MARK) ? answer.body().substring(1) : answer.body();
        if (!answer.isJson() || body.isEmpty() || !isModest(body)) {
            return null;
        }
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return reader.read() instanceof JsonObject object ? object : null;
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
