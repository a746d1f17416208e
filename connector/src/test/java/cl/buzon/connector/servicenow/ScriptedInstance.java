package cl.buzon.connector.servicenow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An instance that answers what a test tells it to, and remembers what it was asked. */
final class ScriptedInstance implements AutoCloseable {

    static final String CASES = "/api/now/v2/table/sn_customerservice_case";

    final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Function<Asked, Reply>>> script = new HashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What came in. */
    record Asked(String method, String path, Map<String, String> parameters, Map<String, String> headers, String body) {
        String query() {
            return parameters.getOrDefault("sysparm_query", "");
        }
    }

    /** What goes out. */
    record Reply(int status, Map<String, String> headers, String body) {
        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body);
        }

        static Reply page(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "text/html;charset=UTF-8"), body);
        }

        static Reply error(int status, String message, String detail) {
            return json(
                    status,
                    "{\"error\":{\"message\":\"" + message + "\",\"detail\":\"" + detail
                            + "\"},\"status\":\"failure\"}");
        }

        Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }

    ScriptedInstance() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        for (String table : List.of("sys_dictionary", "customer_contact", "sys_user", "sys_choice", "sys_user_group")) {
            on("GET", "/api/now/v2/table/" + table, Reply.json(200, "{\"result\":[]}"));
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The answers to a call, one after the other; the last is given again and again. */
    void on(String method, String path, Reply... replies) {
        Deque<Function<Asked, Reply>> queue = new ArrayDeque<>();
        for (Reply reply : replies) {
            queue.add(asked -> reply);
        }
        script.put(method + " " + path, queue);
    }

    void on(String method, String path, Function<Asked, Reply> answer) {
        script.put(method + " " + path, new ArrayDeque<>(List.of(answer)));
    }

    List<Asked> asked(String method, String path) {
        synchronized (asked) {
            return asked.stream()
                    .filter(one -> one.method().equals(method) && one.path().equals(path))
                    .toList();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            Asked one = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    parameters(exchange.getRequestURI().getRawQuery()),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(one);
            Reply reply = reply(one);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(Asked one) {
        Function<Asked, Reply> answer;
        synchronized (script) {
            Deque<Function<Asked, Reply>> queue = script.get(one.method() + " " + one.path());
            if (queue == null) {
                return Reply.error(400, "Requested URI does not represent any resource", one.path());
            }
            answer = queue.size() > 1 ? queue.remove() : queue.element();
        }
        return answer.apply(one);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int at = pair.indexOf('=');
                parameters.put(
                        pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
