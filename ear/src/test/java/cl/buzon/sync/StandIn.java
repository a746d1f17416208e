package cl.buzon.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of ServiceNow as the portal talks to: cases, their journal, attachments and users, over the wire. It can be told
 * to fail in the ways that instances do.
 */
final class StandIn implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String US = "buzon.integration";
    private static final String CASES = "sn_customerservice_case";

    private final HttpServer server;
    private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** Something that goes wrong once. */
    private record Fault(Predicate<String> which, int status, boolean done) {}

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        user("marcela.fuentes", "Marcela Fuentes", "marcela.fuentes@buzon.example");
        user("rodrigo.lagos", "Rodrigo Lagos", "rodrigo.lagos@buzon.example");
        user("temporal", "Ana Temporal", "");
    }

    Map<String, String> settings() {
        return Map.of(
                "BUZON_CONNECTOR_SYSTEM", "servicenow",
                "BUZON_CONNECTOR_POLL_INTERVAL", "1",
                "BUZON_SERVICENOW_URL",
                        "http://localhost:" + server.getAddress().getPort(),
                "BUZON_SERVICENOW_USERNAME", US,
                "BUZON_SERVICENOW_PASSWORD", "secret");
    }

    private synchronized void user(String userName, String name, String email) {
        insert("sys_user", Map.of("user_name", userName, "name", name, "email", email), "system");
    }

    synchronized String keyOf(String userName) {
        return table("sys_user").stream()
                .filter(row -> userName.equals(value(row, "user_name")))
                .map(row -> value(row, "sys_id"))
                .findFirst()
                .orElseThrow();
    }

    /** The case of a number of ours, if it has come. */
    synchronized Optional<Map<String, String>> ticket(String number) {
        return table(CASES).stream()
                .filter(row -> number.equals(value(row, "correlation_display")))
                .findFirst()
                .map(HashMap::new);
    }

    synchronized long tickets(String number) {
        return table(CASES).stream()
                .filter(row -> number.equals(value(row, "correlation_display")))
                .count();
    }

    /** What was said on a case, by whom, in order. */
    synchronized List<String> said(String number) {
        String key = value(ticket(number).orElseThrow(), "sys_id");
        return table("sys_journal_field").stream()
                .filter(row -> value(row, "element").equals("comments")
                        && value(row, "element_id").equals(key))
                .map(row -> value(row, "value"))
                .toList();
    }

    synchronized List<byte[]> shown(String number) {
        String key = value(ticket(number).orElseThrow(), "sys_id");
        return table("sys_attachment").stream()
                .filter(row -> value(row, "table_sys_id").equals(key))
                .map(row -> files.get(value(row, "sys_id")))
                .toList();
    }

    /** An executive changes a case: fields, comments or work notes. */
    synchronized void change(String number, String userName, Map<String, String> changes) {
        update(
                table(CASES).stream()
                        .filter(row -> number.equals(value(row, "correlation_display")))
                        .findFirst()
                        .orElseThrow(),
                changes,
                userName);
    }

    synchronized void attach(String number, String userName, String name, byte[] content) {
        store(value(ticket(number).orElseThrow(), "sys_id"), name, "application/octet-stream", content, userName);
    }

    /** The next call of a kind is answered like this and not done. */
    void fail(Predicate<String> which, int status) {
        faults.add(new Fault(which, status, false));
    }

    /** The next call of a kind is done, and nobody hears so. */
    void cutAfter(Predicate<String> which) {
        faults.add(new Fault(which, 0, true));
    }

    /** From now on nobody answers, or somebody does again. */
    void away(boolean gone) {
        away.set(gone);
    }

    private List<Map<String, String>> table(String name) {
        return tables.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private static String value(Map<String, String> row, String field) {
        return row.getOrDefault(field, "");
    }

    private static String now() {
        return TIME.format(LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC));
    }

    private Map<String, String> insert(String table, Map<String, String> values, String userName) {
        Map<String, String> row = new LinkedHashMap<>(values);
        row.put("sys_id", UUID.randomUUID().toString().replace("-", ""));
        row.put("sys_created_on", now());
        row.put("sys_updated_on", now());
        row.put("sys_created_by", userName);
        row.put("sys_updated_by", userName);
        row.put("sys_mod_count", "0");
        table(table).add(row);
        return row;
    }

    private void update(Map<String, String> row, Map<String, String> changes, String userName) {
        changes.forEach((field, value) -> {
            if (field.equals("comments") || field.equals("work_notes")) {
                insert(
                        "sys_journal_field",
                        Map.of("name", CASES, "element", field, "element_id", value(row, "sys_id"), "value", value),
                        userName);
                if (field.equals("comments") && userName.equals(US) && "18".equals(value(row, "state"))) {
                    row.put("state", "10");
                }
            } else {
                row.put(field, value);
            }
        });
        row.put("sys_updated_on", now());
        row.put("sys_updated_by", userName);
        row.put("sys_mod_count", Integer.toString(Integer.parseInt(value(row, "sys_mod_count")) + 1));
    }

    private Map<String, String> store(String key, String name, String type, byte[] content, String userName) {
        Map<String, String> row = insert(
                "sys_attachment",
                Map.of(
                        "table_name", CASES,
                        "table_sys_id", key,
                        "file_name", name,
                        "content_type", type,
                        "size_bytes", Integer.toString(content.length)),
                userName);
        files.put(value(row, "sys_id"), content);
        return row;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (away.get()) {
            exchange.close();
            return;
        }
        calls.add(call);
        Optional<Fault> fault =
                faults.stream().filter(one -> one.which.test(call)).findFirst();
        fault.ifPresent(faults::remove);
        if (fault.isPresent() && !fault.get().done) {
            send(exchange, fault.get().status, "text/html", "<h1>no</h1>".getBytes(UTF_8));
            return;
        }
        Object result;
        synchronized (this) {
            result = done(exchange, body);
        }
        if (fault.isPresent()) {
            exchange.close();
        } else if (result instanceof byte[] bytes) {
            send(exchange, 200, "application/octet-stream", bytes);
        } else if (result == null) {
            send(
                    exchange,
                    404,
                    "application/json",
                    JSON.writeValueAsBytes(Map.of("error", Map.of("message", "No Record found"))));
        } else {
            int status = exchange.getRequestMethod().equals("POST") ? 201 : 200;
            send(exchange, status, "application/json;charset=UTF-8", JSON.writeValueAsBytes(Map.of("result", result)));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private @Nullable Object done(HttpExchange exchange, byte[] body) {
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
        String userName = userName(exchange);
        if (path.get(3).equals("attachment")) {
            return attachments(exchange, path, body, userName);
        }
        String table = path.get(5);
        return switch (exchange.getRequestMethod()) {
            case "POST" -> created(table, fields(body), userName);
            case "PATCH" ->
                row(table, path.get(6))
                        .map(row -> {
                            update(row, fields(body), userName);
                            return told(row);
                        })
                        .orElse(null);
            default -> path.size() > 6 ? row(table, path.get(6)).map(this::told).orElse(null) : found(table, exchange);
        };
    }

    private Object created(String table, Map<String, String> values, String userName) {
        Map<String, String> row = insert(table, values, userName);
        row.putIfAbsent("number", "CS%07d".formatted(table(table).size()));
        row.putIfAbsent("state", "1");
        row.putIfAbsent("assigned_to", "");
        row.putIfAbsent("resolution_code", "");
        row.putIfAbsent("close_notes", "");
        return told(row);
    }

    private @Nullable Object attachments(HttpExchange exchange, List<String> path, byte[] body, String userName) {
        if (exchange.getRequestMethod().equals("POST")) {
            return store(
                    parameter(exchange, "table_sys_id"),
                    parameter(exchange, "file_name"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    body,
                    userName);
        }
        return path.size() > 5 ? files.get(path.get(4)) : found("sys_attachment", exchange);
    }

    private Map<String, String> told(Map<String, String> row) {
        Map<String, String> told = new HashMap<>(row);
        Optional.of(value(row, "assigned_to"))
                .flatMap(key -> row("sys_user", key))
                .ifPresent(user -> told.put("assigned_to.email", value(user, "email")));
        return told;
    }

    private Optional<Map<String, String>> row(String table, String key) {
        return table(table).stream()
                .filter(row -> value(row, "sys_id").equals(key))
                .findFirst();
    }

    private List<Map<String, String>> found(String table, HttpExchange exchange) {
        String query = parameter(exchange, "sysparm_query");
        int limit = Integer.parseInt(parameter(exchange, "sysparm_limit"));
        String order = query.contains("ORDERBYsys_updated_on") ? "sys_updated_on" : "sys_created_on";
        return table(table).stream()
                .filter(row -> Stream.of(query.split("\\^NQ", -1)).anyMatch(one -> matches(row, one)))
                .sorted((a, b) -> {
                    int byTime = a.getOrDefault(order, "").compareTo(b.getOrDefault(order, ""));
                    return byTime != 0 ? byTime : value(a, "sys_id").compareTo(value(b, "sys_id"));
                })
                .limit(limit)
                .map(this::told)
                .collect(Collectors.toList());
    }

    private static boolean matches(Map<String, String> row, String query) {
        return Stream.of(query.split("\\^", -1))
                .filter(term -> !term.startsWith("ORDERBY"))
                .allMatch(term -> {
                    if (term.endsWith("ISNOTEMPTY")) {
                        return !row.getOrDefault(term.replace("ISNOTEMPTY", ""), "")
                                .isEmpty();
                    }
                    for (String operator : List.of(">=", ">", "=", "IN")) {
                        int at = term.indexOf(operator);
                        if (at > 0) {
                            String value = row.getOrDefault(term.substring(0, at), "");
                            String wanted = term.substring(at + operator.length());
                            return switch (operator) {
                                case ">=" -> value.compareTo(wanted) >= 0;
                                case ">" -> value.compareTo(wanted) > 0;
                                case "=" -> value.equals(wanted);
                                default -> List.of(wanted.split(",", -1)).contains(value);
                            };
                        }
                    }
                    throw new IllegalArgumentException(term);
                });
    }

    private static Map<String, String> fields(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        JsonNode row = JSON.readTree(body);
        row.propertyNames().forEach(name -> fields.put(name, row.get(name).asString()));
        return fields;
    }

    private static String userName(HttpExchange exchange) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        return new String(Base64.getDecoder().decode(basic), UTF_8).split(":", 2)[0];
    }

    private static String parameter(HttpExchange exchange, String name) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&", -1))
                .filter(one -> one.startsWith(name + "="))
                .map(one -> URLDecoder.decode(one.substring(name.length() + 1), UTF_8))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
