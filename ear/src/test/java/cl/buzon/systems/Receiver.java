package cl.buzon.systems;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A customer's own server, which a webhook tells of cases. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Predicate<Told> refused = any -> false;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One call that it has taken. */
    public record Told(Headers headers, String body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        public byte[] bytes() {
            return body.getBytes(UTF_8);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/buzon";
    }

    /** Answers the next calls of a kind with 500. */
    public void refuse(int times, Predicate<Told> kind) {
        refused = kind;
        refusals.set(times);
    }

    /** What it has taken so far, in order. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** How many refusals it still has to give. */
    public int refusals() {
        return refusals.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            Told one = new Told(
                    call.getRequestHeaders(), new String(call.getRequestBody().readAllBytes(), UTF_8));
            if (refused.test(one) && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                call.sendResponseHeaders(500, -1);
            } else {
                told.add(one);
                call.sendResponseHeaders(204, -1);
            }
        }
    }
}
