package cl.buzon.bulk;

import cl.buzon.shared.Fault;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults as they are kept, so that they can still be told in another language. */
final class RowFaults {

    private static final String FIELD = "field";
    private static final String CODE = "code";
    private static final String ARGUMENTS = "arguments";

    private RowFaults() {}

    static @Nullable String write(List<Fault> faults) {
        if (faults.isEmpty()) {
            return null;
        }
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Fault fault : faults) {
            JsonArrayBuilder arguments = Json.createArrayBuilder();
            for (Object argument : fault.arguments()) {
                if (argument instanceof Number number) {
                    arguments.add(number.longValue());
                } else {
                    arguments.add(argument.toString());
                }
            }
            all.add(Json.createObjectBuilder()
                    .add(FIELD, fault.field())
                    .add(CODE, fault.code())
                    .add(ARGUMENTS, arguments));
        }
        return all.build().toString();
    }

    static List<Fault> read(@Nullable String kept) {
        if (kept == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(kept))) {
            JsonArray all = reader.readArray();
            return all.getValuesAs(RowFaults::fault);
        }
    }

    private static Fault fault(JsonValue value) {
        JsonObject one = value.asJsonObject();
        return Fault.of(
                one.getString(FIELD),
                one.getString(CODE),
                one.getJsonArray(ARGUMENTS).stream().map(RowFaults::argument).toArray());
    }

    private static Object argument(JsonValue value) {
        return value instanceof JsonNumber number ? (Object) number.longValue() : ((JsonString) value).getString();
    }
}
