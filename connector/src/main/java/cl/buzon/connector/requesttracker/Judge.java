package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.Answer;
import cl.buzon.connector.http.Call;
import cl.buzon.connector.http.ModestJson;
import cl.buzon.connector.http.RetryAfter;
import cl.buzon.connector.http.Verdict;
import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an answer means. Good is only the expected status with JSON of the expected kind; that a write was heeded
 * is never said by the status, and is for the caller to look after.
 */
final class Judge {

    private final Verdict verdict;

    Judge(RetryAfter retryAfter) {
        this.verdict = new Verdict(retryAfter);
    }

    /** The JSON of a good answer. */
    JsonValue result(Call call, Answer answer, int expected, JsonValue.ValueType kind) {
        if (answer.status() != expected) {
            throw failure(call, answer);
        }
        JsonValue body = ModestJson.of(answer);
        if (body == null || body.getValueType() != kind) {
            throw nonsense(call, answer, body == null ? "JSON that breaks off or is none" : "not what was asked for");
        }
        return body;
    }

    /** The rows of a page, which says so when it has none: any other object is none of Request Tracker's pages. */
    List<Item> items(Call call, Answer answer) {
        JsonObject page = result(call, answer, 200, JsonValue.ValueType.OBJECT).asJsonObject();
        if (!(page.get("items") instanceof JsonArray rows)) {
            throw nonsense(call, answer, "a page without rows");
        }
        return Item.list(rows);
    }

    /** What an answer that is not the expected one means. */
    RemoteFailure failure(Call call, Answer answer) {
        String told = told(call, answer);
        if (answer.status() == 302 && answer.header("Location").contains("/NoAuth/Login")) {
            return new RemoteFailure.Unauthorized(told);
        }
        return verdict.of(call, answer, told)
                .orElseGet(() -> answer.status() >= 400
                        ? refusal(call, answer, told)
                        : nonsense(call, answer, "not what was expected"));
    }

    private static RemoteFailure refusal(Call call, Answer answer, String told) {
        String words = words(answer);
        int status = answer.status();
        boolean closed = status == 404 || (status == 403 && !call.writes());
        if (words.isEmpty() && answer.whole() && closed && !call.name().equals(Rest.FETCH)) {
            // Not Request Tracker speaks, but what stands before it, and to everybody
            return new RemoteFailure.Unreachable(told, null);
        }
        if (status == 404) {
            return new RemoteFailure.Gone(told);
        }
        return new RemoteFailure.Refused(
                words.isEmpty() ? "status " + status : words, call.described(), status + " " + words);
    }

    private static RemoteFailure nonsense(Call call, Answer answer, String why) {
        return Verdict.nonsense(call, told(call, answer) + ", " + why);
    }

    private static String told(Call call, Answer answer) {
        String words = words(answer);
        return call.described() + ": HTTP " + answer.status() + (words.isEmpty() ? "" : ", " + words);
    }

    private static String words(Answer answer) {
        @Nullable JsonValue body = ModestJson.of(answer);
        String words = body instanceof JsonObject object
                ? new Item(object).text("message").strip()
                : "";
        return Verdict.brief(words);
    }
}
