package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.Address;
import cl.buzon.connector.http.Answer;
import cl.buzon.connector.http.Call;
import cl.buzon.connector.http.CallLog;
import cl.buzon.connector.http.Line;
import cl.buzon.connector.http.Redaction;
import cl.buzon.connector.http.ServerClock;
import cl.buzon.connector.http.StreamedAnswer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The calls of ServiceNow that we use: signed, judged, counted and logged. */
final class Api {

    static final Redaction REDACTION =
            new Redaction(Set.of("comments", "short_description", "description", "close_notes"));

    /** Where the rows of a table are. */
    static final String TABLE = "/api/now/v2/table/";

    static final String ATTACHMENT = "/api/now/attachment";

    private static final Logger LOG = System.getLogger(Api.class.getName());

    private final URI url;
    private final Duration deadline;
    private final Line line;
    private final Tokens tokens;
    private final Judge judge;
    private final ServerClock serverClock;
    private final CallLog log;

    Api(ServiceNowSettings settings, Line line, Tokens tokens, Judge judge, ServerClock clock, CallLog log) {
        this.url = settings.url();
        this.deadline = settings.deadline();
        this.line = line;
        this.tokens = tokens;
        this.judge = judge;
        this.serverClock = clock;
        this.log = log;
    }

    ServerClock clock() {
        return serverClock;
    }

    Rows list(String name, String path, Query query, List<String> fields, int limit, int offset) {
        return list(name, path, query, fields, limit, offset, false);
    }

    /** Rows as people see them, which nothing else may be read from than that there is something. */
    Rows displayed(String name, String path, Query query, List<String> fields, int limit) {
        return list(name, path, query, fields, limit, 0, true);
    }

    private Rows list(
            String name, String path, Query query, List<String> fields, int limit, int offset, boolean displayed) {
        Map<String, String> parameters = bare(new LinkedHashMap<>());
        parameters.put("sysparm_display_value", "" + displayed);
        parameters.put("sysparm_query", query.toString());
        parameters.put("sysparm_fields", String.join(",", fields));
        parameters.put("sysparm_limit", "" + limit);
        if (offset > 0) {
            parameters.put("sysparm_offset", "" + offset);
        }
        parameters.put("sysparm_suppress_pagination_header", "true");
        Call call = call(name, "GET", path, parameters, BodyPublishers.noBody(), "");
        return log.of(call, () -> {
            Answer answer = send(call);
            JsonArray result = judge.result(call, answer, 200, ValueType.ARRAY).asJsonArray();
            List<Row> rows = result.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(row -> new Row((JsonObject) row))
                    .toList();
            long total = answer.headers()
                    .firstValue("X-Total-Count")
                    .filter(count -> count.matches("\\d{1,15}"))
                    .map(Long::valueOf)
                    .orElse(-1L);
            // Where nobody counts, only an empty page is an end
            boolean more = total < 0 ? !rows.isEmpty() : total > (long) offset + limit;
            return new Rows(rows, more, total);
        });
    }

    /** Of an API that has no columns to choose from. */
    Row object(String name, String path, Map<String, String> parameters) {
        Call call = call(name, "GET", path, parameters, BodyPublishers.noBody(), "");
        return log.of(call, () -> row(call, 200));
    }

    Row read(String name, String path, List<String> fields) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("sysparm_fields", String.join(",", fields)));
        Call call = call(name, "GET", path, bare(parameters), BodyPublishers.noBody(), "");
        return log.of(call, () -> row(call, 200));
    }

    Row write(String name, String method, String path, JsonObject body, List<String> fields) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("sysparm_fields", String.join(",", fields)));
        parameters.put("sysparm_input_display_value", "false");
        Call call = call(
                        name,
                        method,
                        path,
                        bare(parameters),
                        BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.UTF_8)),
                        REDACTION.of(body))
                .with("Content-Type", "application/json; charset=utf-8");
        return log.of(call, () -> row(call, method.equals("POST") ? 201 : 200));
    }

    Row upload(Map<String, String> parameters, String contentType, BodyPublisher bytes, String what, Duration within) {
        Call base = call("file.send", "POST", ATTACHMENT + "/file", parameters, bytes, what);
        Call call = base.within(within).with("Content-Type", contentType);
        return log.of(call, () -> row(call, 201));
    }

    /** The bytes of a file, to be closed by the reader. */
    StreamedAnswer download(String key, Duration within) {
        Call base = call("file.fetch", "GET", ATTACHMENT + "/" + key + "/file", Map.of(), BodyPublishers.noBody(), "");
        Call call = base.within(within).with("Accept", "*/*").with("Accept-Encoding", "identity");
        return log.of(call, () -> {
            StreamedAnswer answer = signed(call, line::stream, StreamedAnswer::head, StreamedAnswer::settle);
            serverClock.hear(answer.head());
            Answer head = answer.head();
            boolean page = head.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                    && head.headers().firstValue("X-Attachment-Metadata").isEmpty();
            if (head.status() != 200 || page) {
                try (answer) {
                    throw judge.failure(call, answer.whole());
                }
            }
            return answer;
        });
    }

    private Row row(Call call, int expected) {
        JsonValue result = judge.result(call, send(call), expected, ValueType.OBJECT);
        return new Row(result.asJsonObject());
    }

    private Answer send(Call call) {
        Answer answer = signed(call, line::send, Function.identity(), refused -> {});
        serverClock.hear(answer);
        LOG.log(Level.DEBUG, "{0}: {1}, transaction {2}", call.name(), answer.status(), Judge.transaction(answer));
        return answer;
    }

    /** Tries a second token, and never a third. */
    private <T> T signed(
            Call call, Function<Call, T> send, Function<T, Answer> head, java.util.function.Consumer<T> leave) {
        String signature = tokens.current();
        T answer = send.apply(call.with("Authorization", signature));
        if (head.apply(answer).status() != 401) {
            return answer;
        }
        // A new token takes a turn itself, and this answer may hold the last one
        leave.accept(answer);
        Optional<String> other = tokens.insteadOf(signature);
        if (other.isEmpty()) {
            return answer;
        }
        return send.apply(call.with("Authorization", other.get()));
    }

    private static Map<String, String> bare(Map<String, String> parameters) {
        parameters.put("sysparm_display_value", "false");
        parameters.put("sysparm_exclude_reference_link", "true");
        return parameters;
    }

    private Call call(
            String name,
            String method,
            String path,
            Map<String, String> parameters,
            BodyPublisher body,
            String written) {
        return new Call(
                name,
                method,
                Address.of(url, path, parameters),
                Map.of("Accept", "application/json"),
                body,
                written,
                deadline);
    }
}
