package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.Answer;
import cl.buzon.connector.http.Call;
import cl.buzon.connector.http.ModestJson;
import cl.buzon.connector.http.RetryAfter;
import cl.buzon.connector.http.Verdict;
import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an answer means. Good is only the expected status with JSON that has a {@code result} of the expected
 * kind and no {@code error}; everything else is a failure, typed by what is to be done next.
 */
final class Judge {

    private final Verdict verdict;

    Judge(RetryAfter retryAfter) {
        this.verdict = new Verdict(retryAfter);
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
        String told = told(call, answer);
        return verdict.of(call, answer, told)
                .orElseGet(() -> answer.status() >= 400
                        ? refusal(call, answer, told)
                        : nonsense(call, answer, "not what was expected"));
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
        return Verdict.nonsense(call, told(call, answer) + ", " + why);
    }

    private static String told(Call call, Answer answer) {
        JsonObject body = parse(answer);
        String words = body == null ? title(answer) : words(body);
        return call.described() + ": HTTP " + answer.status() + (words.isEmpty() ? "" : ", " + words) + " (transaction "
                + transaction(answer) + ")";
    }

    /** Of a page that somebody made for people. */
    private static String title(Answer answer) {
        String page = answer.body()
                .substring(0, Math.min(answer.body().length(), 4096))
                .replace("\0", "");
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
        return Verdict.brief(words);
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof jakarta.json.JsonString string ? string.getString() : "";
    }

    /** The object that an answer holds; nothing when it holds none, or not a whole one. */
    static @Nullable JsonObject parse(Answer answer) {
        return ModestJson.of(answer) instanceof JsonObject object ? object : null;
    }

    /** What ServiceNow's support asks for. */
    static String transaction(Answer answer) {
        return answer.headers().firstValue("X-Transaction-ID").orElse("-");
    }
}
