package cl.buzon.connector.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server that answers what a test tells it to, and remembers what it was asked. */
public class ScriptedServer implements AutoCloseable {

    public final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Function<Asked, Reply>>> script = new HashMap<>();
    private final ServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * What came in.
     *
     * @param target path and query as they were sent
     */
    public record Asked(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            String body,
            String target) {
        public String query() {
            return parameters.getOrDefault("sysparm_query", "");
        }
    }

    /** What goes out; with the status 0 the connection breaks off without a word. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body);
        }

        public static Reply page(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "text/html;charset=UTF-8"), body);
        }

        public static Reply error(int status, String message, String detail) {
            return json(
                    status,
                    "{\"error\":{\"message\":\"" + message + "\",\"detail\":\"" + detail
                            + "\"},\"status\":\"failure\"}");
        }

        /** As Request Tracker tells errors. */
        public static Reply message(int status, String words) {
            return json(status, "{\"message\":\"" + words + "\"}");
        }

        public Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }

    public ScriptedServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    socket.setTcpNoDelay(true);
                    open.add(socket);
                    threads.execute(() -> serve(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    public String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** The answers to a call, one after the other; the last is given again and again. */
    public final void on(String method, String path, Reply... replies) {
        Deque<Function<Asked, Reply>> queue = new ArrayDeque<>();
        for (Reply reply : replies) {
            queue.add(asked -> reply);
        }
        script.put(method + " " + path, queue);
    }

    public final void on(String method, String path, Function<Asked, Reply> answer) {
        script.put(method + " " + path, new ArrayDeque<>(List.of(answer)));
    }

    public List<Asked> asked(String method, String path) {
        synchronized (asked) {
            return asked.stream()
                    .filter(one -> one.method().equals(method) && one.path().equals(path))
                    .toList();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (String start = line(in); !start.isEmpty(); start = line(in)) {
                Map<String, String> headers = new HashMap<>();
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    int colon = header.indexOf(':');
                    headers.put(
                            header.substring(0, colon).toLowerCase(Locale.ROOT),
                            header.substring(colon + 1).strip());
                }
                byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                String[] words = start.split(" ", -1);
                URI uri = URI.create(words[1]);
                Asked one = new Asked(
                        words[0],
                        uri.getPath(),
                        parameters(uri.getRawQuery()),
                        headers,
                        new String(body, StandardCharsets.UTF_8),
                        words[1]);
                asked.add(one);
                Reply reply = reply(one);
                if (reply.status() == 0) {
                    return;
                }
                out.write(bytes(reply));
            }
        } catch (IOException closed) {
            // The test is over
        }
    }

    private static byte[] bytes(Reply reply) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " X\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + body.length + "\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            bytes.write(one);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private Reply reply(Asked one) {
        Function<Asked, Reply> answer;
        synchronized (script) {
            Deque<Function<Asked, Reply>> queue = script.get(one.method() + " " + one.path());
            if (queue == null) {
                return unknown(one);
            }
            answer = queue.size() > 1 ? queue.remove() : queue.element();
        }
        return answer.apply(one);
    }

    /** What nobody has scripted. */
    protected Reply unknown(Asked one) {
        return Reply.message(404, "Not Found");
    }

    private static Map<String, String> parameters(@Nullable String query) {
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
        threads.shutdownNow();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
