package cl.buzon.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * Where figures are sent to: takes OTLP over HTTP and keeps the last value of each gauge and the count of each histogram.
 * Reads as much of the protocol's messages as that needs, by the numbers of their fields.
 */
final class FigureReceiver implements AutoCloseable {

    private static final int SCOPE_METRICS = 2;
    private static final int METRICS = 2;
    private static final int NAME = 1;
    private static final int GAUGE = 5;
    private static final int HISTOGRAM = 9;
    private static final int AS_INT = 6;
    private static final int COUNT = 4;

    private final HttpServer server;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /** One field of a message; the bytes of a length-delimited or fixed one. */
    private record Field(int number, ByteBuffer value) {}

    FigureReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/metrics", this::take);
        server.start();
    }

    Map<String, String> settings() {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://localhost:" + server.getAddress().getPort(),
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "OTEL_METRIC_EXPORT_INTERVAL", "1000");
    }

    /** Of a gauge with several series any one; of a histogram how many values it has. */
    OptionalLong last(String name) {
        Long value = last.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private void take(HttpExchange exchange) throws IOException {
        for (Field resource : fields(ByteBuffer.wrap(body(exchange)))) {
            for (Field scope : only(SCOPE_METRICS, fields(resource.value))) {
                only(METRICS, fields(scope.value)).forEach(metric -> keep(fields(metric.value)));
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return in.readAllBytes();
        }
    }

    private void keep(List<Field> metric) {
        String name =
                StandardCharsets.UTF_8.decode(only(NAME, metric).get(0).value).toString();
        only(GAUGE, metric).forEach(gauge -> keep(name, gauge, AS_INT));
        only(HISTOGRAM, metric).forEach(histogram -> keep(name, histogram, COUNT));
    }

    private void keep(String name, Field data, int wanted) {
        for (Field point : only(1, fields(data.value))) {
            only(wanted, fields(point.value))
                    .forEach(value -> last.put(
                            name, value.value.order(ByteOrder.LITTLE_ENDIAN).getLong(value.value.position())));
        }
    }

    private static List<Field> only(int number, List<Field> fields) {
        return fields.stream().filter(field -> field.number == number).toList();
    }

    private static List<Field> fields(ByteBuffer message) {
        ByteBuffer left = message.duplicate();
        List<Field> fields = new ArrayList<>();
        while (left.hasRemaining()) {
            int key = Math.toIntExact(number(left));
            int length =
                    switch (key & 7) {
                        case 1 -> 8;
                        case 2 -> Math.toIntExact(number(left));
                        case 5 -> 4;
                        default -> {
                            number(left);
                            yield 0;
                        }
                    };
            fields.add(new Field(key >>> 3, left.slice(left.position(), length)));
            left.position(left.position() + length);
        }
        return fields;
    }

    private static long number(ByteBuffer from) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = from.get();
            number |= (part & 127L) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
