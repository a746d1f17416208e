package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells a good answer from the many others: it is good when status, media type and JSON are what was expected and no error
 * hides in it. All else is a failure, typed by what is to be done next.
 */
final class Answers {

    private static final int ACCEPTED = 202;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TIMEOUT = 408;
    private static final int THROTTLED = 429;
    private static final int SERVER = 500;
    private static final int SHOWN = 2_000;

    /** Some nodes say so while they are switched. */
    private static final String FLAKY = "Failed API level ACL Validation";

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /** The {@code result} of a good answer. */
    JsonValue result(Wire.Call call, Wire.Answer answer, String request) {
        int status = answer.status();
        if (status == ACCEPTED) {
            throw Wire.broken(call, "202: dropped", false, null);
        }
        if (status < BAD_REQUEST) {
            return good(call, answer);
        }
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        if (status == UNAUTHORIZED) {
            throw new RemoteFailure.Unauthorized("401: our user is not accepted");
        }
        if (status == THROTTLED) {
            throw new RemoteFailure.Throttled("429: too many requests", retryAfter(answer.header("Retry-After")));
        }
        if (status >= SERVER || status == TIMEOUT) {
            throw Wire.broken(call, "status " + status, status != SERVER, null);
        }
        if (status == NOT_FOUND) {
            throw new RemoteFailure.Gone("404: there is no such record, or it is hidden from us");
        }
        if (status == FORBIDDEN && said.contains(FLAKY)) {
            throw new RemoteFailure.Unreachable("403: " + FLAKY, null);
        }
        throw new RemoteFailure.Refused(words(status, said), request, status + " " + shown(said));
    }

    private static JsonValue good(Wire.Call call, Wire.Answer answer) {
        if (answer.status() >= REDIRECT) {
            throw Wire.broken(call, "sends us elsewhere: " + answer.status(), false, null);
        }
        JsonObject object = object(call, answer);
        JsonValue result = object.get("result");
        if (object.containsKey("error") || result == null) {
            throw Wire.broken(
                    call, "an error within " + answer.status() + ": " + shown(object.toString()), false, null);
        }
        return result;
    }

    /** The answer as JSON, which it must say that it is. */
    static JsonObject object(Wire.Call call, Wire.Answer answer) {
        if (!answer.header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Wire.broken(call, "no JSON but \"" + answer.header("Content-Type") + "\"", false, null);
        }
        try (JsonReader reader =
                Json.createReader(new StringReader(new String(answer.body(), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            throw Wire.broken(call, "the JSON is broken", false, e);
        }
    }

    /** In seconds or as a date; what is neither says nothing. */
    private @Nullable Duration retryAfter(String header) {
        String text = header.strip();
        try {
            if (text.matches("[0-9]{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), until);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String words(int status, String said) {
        try (JsonReader reader = Json.createReader(new StringReader(said))) {
            JsonObject error = reader.readObject().getJsonObject("error");
            String detail = error.isNull("detail") ? "" : error.getString("detail", "");
            return detail.isBlank()
                    ? error.getString("message", "status " + status)
                    : error.getString("message", "status " + status) + ": " + detail;
        } catch (JsonException | IllegalStateException | ClassCastException | NullPointerException e) {
            return "status " + status;
        }
    }

    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
