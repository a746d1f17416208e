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
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array whose elements are read each by itself, so that one that is wrong spoils no other. */
public final class JsonRows {

    private JsonRows() {}

    /**
     * @param value absent when it could not be read
     * @param faults why not
     */
    public record Row<T>(@Nullable T value, List<Fault> faults) {}

    /**
     * @throws BadRequest when it is no array
     * @throws Refusal.InvalidInput when it has more rows than that
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no JSON
     */
    public static <T> List<Row<T>> read(InputStream body, Class<T> type, int most) throws IOException {
        ObjectMapper mapper = Json.mapper();
        // What follows a row is the next row
        ObjectReader rowByRow = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        List<Row<T>> rows = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(body)) {
            if (parser.nextToken() == null) {
                throw BadRequest.of("BODY_REQUIRED");
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw BadRequest.of("ROWS_REQUIRED");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() == most) {
                    throw new Refusal.InvalidInput(Fault.of("rows", "TOO_MANY_ROWS", most));
                }
                rows.add(row(mapper, rowByRow.readTree(parser), type));
            }
            if (parser.nextToken() != null) {
                throw BadRequest.of("MALFORMED_JSON");
            }
        }
        return rows;
    }

    private static <T> Row<T> row(ObjectMapper mapper, JsonNode node, Class<T> type) throws IOException {
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
