package cl.buzon.connector.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An instance that answers what it was told to, one answer after the other, and remembers what it was asked. */
final class Instance implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One request. */
    record Asked(String method, URI address, Map<String, String> headers, String body) {

        String path() {
            return address.getPath();
        }

        String parameter(String name) {
            for (String one :
                    Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1)) {
                if (one.startsWith(name + "=")) {
                    return URLDecoder.decode(one.substring(name.length() + 1), UTF_8);
                }
            }
            return "";
        }
    }

    /** What it does with a request. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    Instance() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    ServiceNow connected(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "buzon.servicenow.url",
                "http://localhost:" + server.getAddress().getPort(),
                "buzon.servicenow.username",
                "buzon.integration",
                "buzon.servicenow.password",
                "secret",
                "buzon.servicenow.deadline",
                "PT0.5S"));
        settings.putAll(more);
        return ServiceNow.of(
                "servicenow",
                ServiceNowSettings.of(name -> Optional.ofNullable(settings.get(name)), null),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    Instance then(int status, String json) {
        return then(status, Map.of("Content-Type", "application/json;charset=UTF-8"), json);
    }

    Instance then(int status, Map<String, String> headers, String body) {
        return then(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    Instance then(Reply reply) {
        synchronized (replies) {
            replies.add(reply);
        }
        return this;
    }

    /** Begins to answer, and goes on for ever without coming to an end. */
    Instance thenSlowly(Duration pause) {
        return then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            for (int i = 0; i < 10_000; i++) {
                body.write(' ');
                body.flush();
                try {
                    Thread.sleep(pause.toMillis());
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Takes the request, and hangs up. */
    Instance thenNothing() {
        return then(HttpExchange::close);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
        Reply reply;
        synchronized (replies) {
            reply = replies.remove();
        }
        reply.to(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
