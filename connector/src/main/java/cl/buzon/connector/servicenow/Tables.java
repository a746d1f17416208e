package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The calls of the Table and Attachment APIs that we make. */
final class Tables {

    private static final int OK = 200;

    /** What a slow line carries at least, in bytes a second. */
    private static final long SLOWEST = 64 * 1024;

    private final ServiceNowSettings settings;
    private final Wire wire;
    private final SignIn signIn;
    private final Answers answers;
    private volatile Optional<Instant> serverTime = Optional.empty();

    /**
     * Some rows.
     *
     * @param total rows of the query, hidden ones too; or how many there are, when nobody counts
     */
    record Rows(List<JsonObject> rows, int total) {}

    Tables(ServiceNowSettings settings, Clock clock) {
        this.settings = settings;
        this.wire = new Wire(settings.parallel());
        this.signIn = new SignIn(settings, wire, clock);
        this.answers = new Answers(clock);
    }

    /** The other side's clock, when it last answered. */
    Optional<Instant> serverTime() {
        return serverTime;
    }

    Rows list(String table, String query, String fields, int limit) {
        return rows(
                "/api/now/v2/table/" + table,
                Map.of(
                        "sysparm_query",
                        query,
                        "sysparm_fields",
                        fields,
                        "sysparm_limit",
                        Integer.toString(limit),
                        "sysparm_exclude_reference_link",
                        "true",
                        "sysparm_suppress_pagination_header",
                        "true"));
    }

    Rows attachments(String query, int limit) {
        return rows("/api/now/attachment", Map.of("sysparm_query", query, "sysparm_limit", Integer.toString(limit)));
    }

    JsonObject get(String table, String sysId, String fields) {
        Wire.Call call = read("/api/now/v2/table/" + table + "/" + sysId, shape(fields));
        return object(call, exchange(call, "application/json", settings.deadline()), "");
    }

    JsonObject create(String table, JsonObject row, String fields) {
        return write("POST", "/api/now/v2/table/" + table, row, fields);
    }

    JsonObject update(String table, String sysId, JsonObject changes, String fields) {
        return write("PATCH", "/api/now/v2/table/" + table + "/" + sysId, changes, fields);
    }

    /** Sends the bytes of a file, for as long as a slow line takes. */
    JsonObject attach(
            String table, String sysId, String name, String contentType, long size, Supplier<InputStream> content) {
        URI address = address(
                "/api/now/attachment/file", Map.of("table_name", table, "table_sys_id", sysId, "file_name", name));
        Wire.Call call = new Wire.Call(
                "POST",
                address,
                () -> size == 0
                        ? BodyPublishers.noBody()
                        : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content), size),
                true);
        return object(call, exchange(call, contentType, patience(size)), address.getPath() + " " + name);
    }

    /** The bytes of a file; they end by themselves when they come too slowly. */
    InputStream open(String sysId, long size) {
        Wire.Call call = read("/api/now/attachment/" + sysId + "/file", Map.of());
        HttpResponse<InputStream> head = wire.send(call, request(signIn.authorization(), "*/*", "*/*"), patience(size));
        if (head.statusCode() != OK || type(head).startsWith("text/html")) {
            try (InputStream rest = head.body()) {
                rest.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The status says enough
            }
            throw new RemoteFailure.Unreachable("the file is not to be had: status " + head.statusCode(), null);
        }
        return Wire.ended(head.body(), patience(size));
    }

    private static String type(HttpResponse<?> head) {
        return head.headers().firstValue("Content-Type").orElse("");
    }

    private Duration patience(long size) {
        return settings.deadline().plusSeconds(size / SLOWEST);
    }

    private JsonObject write(String method, String path, JsonObject body, String fields) {
        String text = body.toString();
        Wire.Call call = new Wire.Call(
                method,
                address(path, shape(fields)),
                () -> BodyPublishers.ofString(text, StandardCharsets.UTF_8),
                true);
        return object(
                call,
                exchange(call, "application/json; charset=utf-8", settings.deadline()),
                method + " " + path + " " + Answers.shown(text));
    }

    private static Map<String, String> shape(String fields) {
        return Map.of("sysparm_fields", fields, "sysparm_exclude_reference_link", "true");
    }

    private Rows rows(String path, Map<String, String> parameters) {
        Wire.Call call = read(path, parameters);
        Wire.Answer answer = exchange(call, "application/json", settings.deadline());
        JsonValue result = answers.result(call, answer, "GET " + call.address().getPath());
        if (!(result instanceof JsonArray array)
                || !array.stream().allMatch(row -> row.getValueType() == JsonValue.ValueType.OBJECT)) {
            throw Wire.broken(call, "no list", false, null);
        }
        List<JsonObject> rows = array.getValuesAs(JsonObject.class);
        String total = answer.header("X-Total-Count");
        return new Rows(List.copyOf(rows), total.matches("[0-9]{1,9}") ? Integer.parseInt(total) : rows.size());
    }

    private JsonObject object(Wire.Call call, Wire.Answer answer, String request) {
        String shown = request.isEmpty() ? call.method() + " " + call.address().getPath() : request;
        if (answers.result(call, answer, shown) instanceof JsonObject object) {
            return object;
        }
        throw Wire.broken(call, "no record", false, null);
    }

    /** A token may have ended a moment ago: one more try with another. */
    private Wire.Answer exchange(Wire.Call call, String contentType, Duration deadline) {
        String authorization = signIn.authorization();
        Wire.Answer answer = wire.exchange(call, request(authorization, contentType, "application/json"), deadline);
        if (answer.status() == 401 && signIn.refused(authorization)) {
            answer = wire.exchange(call, request(signIn.authorization(), contentType, "application/json"), deadline);
        }
        try {
            serverTime = Optional.of(ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException none) {
            // A proxy may have left it out
        }
        return answer;
    }

    private static HttpRequest.Builder request(String authorization, String contentType, String accept) {
        return HttpRequest.newBuilder()
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .header("Accept", accept);
    }

    private Wire.Call read(String path, Map<String, String> parameters) {
        Supplier<BodyPublisher> nothing = BodyPublishers::noBody;
        return new Wire.Call("GET", address(path, parameters), nothing, false);
    }

    private URI address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
        return URI.create(settings.url() + path + (query.isEmpty() ? "" : "?" + query));
    }
}
