package cl.buzon.web.rest;

import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array whose elements are read each by itself, so that one that is wrong spoils no other. The whole of it is
 * looked through before the first is handed out and waits in a file meanwhile: only one row is ever in memory, and none
 * of them may be larger than a body of its own.
 */
public final class JsonRows implements Closeable {

    private final ObjectMapper mapper = Json.mapper();
    private final Path file;

    private JsonRows(Path file) {
        this.file = file;
    }

    /**
     * @param value absent when it could not be read
     * @param faults why not
     */
    public record Row<T>(@Nullable T value, List<Fault> faults) {}

    /**
     * Takes a body in.
     *
     * @throws BadRequest when it is no array
     * @throws Refusal.InvalidInput when it has more rows than that
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no JSON
     */
    public static JsonRows receive(InputStream body, int most) throws IOException {
        JsonRows rows = new JsonRows(Files.createTempFile("buzon-rows", ".json"));
        boolean sound = false;
        try {
            Files.copy(body, rows.file, StandardCopyOption.REPLACE_EXISTING);
            rows.check(most);
            sound = true;
            return rows;
        } finally {
            if (!sound) {
                rows.close();
            }
        }
    }

    /** What becomes of each row, in their order. */
    public <T, R> List<R> each(Class<T> type, BiFunction<Integer, Row<T>, R> work) throws IOException {
        // What follows a row is the next row
        ObjectReader rowByRow = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        List<R> results = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(Files.newInputStream(file))) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                results.add(work.apply(results.size(), row(rowByRow.readTree(parser), type)));
            }
        }
        return results;
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }

    private void check(int most) throws IOException {
        try (BodyLimit.Limited bounded = new BodyLimit.Limited(Files.newInputStream(file), BodyLimit.JSON);
                JsonParser parser = mapper.createParser(bounded)) {
            if (parser.nextToken() == null) {
                throw BadRequest.of("BODY_REQUIRED");
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw BadRequest.of("ROWS_REQUIRED");
            }
            for (int rows = 0; parser.nextToken() != JsonToken.END_ARRAY; rows++) {
                if (rows == most) {
                    throw new Refusal.InvalidInput(Fault.of("rows", "TOO_MANY_ROWS", most));
                }
                // Looks into texts and numbers too, whose form the parser would else not care for
                parser.getText();
                skip(parser);
                bounded.renew(BodyLimit.JSON);
            }
            if (parser.nextToken() != null) {
                throw BadRequest.of("MALFORMED_JSON");
            }
        }
    }

    /** To the end of the row that has just begun; the end of the body is none. */
    private static void skip(JsonParser parser) throws IOException {
        for (int depth = parser.currentToken().isStructStart() ? 1 : 0; depth > 0; ) {
            JsonToken next = parser.nextToken();
            depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
            parser.getText();
        }
    }

    private <T> Row<T> row(JsonNode node, Class<T> type) throws IOException {
        if (!node.isObject()) {
            return new Row<>(null, List.of(Fault.of("", "WRONG_TYPE", "")));
        }
        try {
            return new Row<>(mapper.treeToValue(node, type), List.of());
        } catch (JsonMappingException e) {
            return new Row<>(null, List.of(Problems.fault(e)));
        }
    }
}
