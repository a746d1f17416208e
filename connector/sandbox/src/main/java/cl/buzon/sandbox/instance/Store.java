package cl.buzon.sandbox.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every change as one line of a file, so that the rows outlive the process; without a folder it keeps nothing. */
final class Store implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable BufferedWriter lines;

    private Store(@Nullable BufferedWriter lines) {
        this.lines = lines;
    }

    static Store nowhere() {
        return new Store(null);
    }

    /** The rows that the folder holds, by sys_id; none when it is new. A torn last line is one that was never written. */
    static Map<String, Row> read(Path folder) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Path file = file(folder);
        if (Files.notExists(file)) {
            return rows;
        }
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> apply(line, rows));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the rows anew, without the lines that later ones have overtaken, and goes on behind them. */
    static Store continuing(Path folder, Collection<Row> rows) {
        Path fresh = folder.resolve("rows.new");
        try {
            Files.createDirectories(folder);
            try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
                for (Row row : rows) {
                    writer.write(line(row));
                }
            }
            Files.move(fresh, file(folder), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Store(
                    Files.newBufferedWriter(file(folder), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(Row row) {
        append(line(row));
    }

    void remove(String id) {
        append(write(Map.of("removed", id)));
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        if (lines == null) {
            return;
        }
        try {
            lines.write(line);
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void apply(String line, Map<String, Row> rows) {
        try {
            Line read = JSON.readValue(line, Line.class);
            if (read.removed() != null) {
                rows.remove(read.removed());
            } else if (read.table() != null && read.values() != null) {
                Row row = new Row(read.table(), read.sequence(), read.values());
                rows.put(row.id(), row);
            }
        } catch (JsonProcessingException torn) {
            System.getLogger(Store.class.getName()).log(System.Logger.Level.WARNING, "a torn line was left out");
        }
    }

    private static String line(Row row) {
        return write(JSON.convertValue(
                new Line(row.table(), row.sequence(), row.values(), null),
                new TypeReference<Map<String, Object>>() {}));
    }

    private static String write(Map<String, ?> line) {
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("rows.jsonl");
    }

    private record Line(
            @Nullable String table,
            long sequence,
            @Nullable Map<String, String> values,
            @Nullable String removed) {}
}
