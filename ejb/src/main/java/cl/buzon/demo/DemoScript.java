package cl.buzon.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All cases of the demo, as they are written down in one JSON file for each customer. A step there is an object with the
 * word of its {@link Deed} as key and what is said as value.
 */
record DemoScript(List<DemoCase> cases) {

    static DemoScript read() {
        return new DemoScript(DemoPeople.WITH_CASES.stream()
                .flatMap(person -> cases(person, read("/demo/" + person.script())))
                .toList());
    }

    /** When nothing more happens on the last day. */
    LocalTime endOfLastDay() {
        return cases.stream()
                .flatMap(one -> one.steps().stream())
                .map(DemoStep::at)
                .filter(at -> at.daysBefore() == 0)
                .map(DemoMoment::time)
                .max(LocalTime::compareTo)
                .orElse(LocalTime.MIDNIGHT)
                .plusMinutes(1);
    }

    private static JsonArray read(String resource) {
        InputStream script = Objects.requireNonNull(DemoScript.class.getResourceAsStream(resource), resource);
        try (JsonReader reader = Json.createReader(script)) {
            return reader.readArray();
        }
    }

    private static Stream<DemoCase> cases(DemoPeople.Customer reporter, JsonArray written) {
        return written.getValuesAs(JsonObject.class).stream().map(one -> demoCase(reporter, one));
    }

    private static DemoCase demoCase(DemoPeople.Customer reporter, JsonObject written) {
        return new DemoCase(
                reporter.email(),
                written.getString("category"),
                written.getString("trackingNumber", ""),
                written.getString("subject"),
                written.getString("description"),
                amount(written, "claimed"),
                written.getString("follows", null),
                Stream.concat(
                                Stream.of(DemoStep.opening(
                                        DemoMoment.parse(written.getString("opened")), files(written))),
                                objects(written, "steps").map(DemoScript::step))
                        .toList());
    }

    private static DemoStep step(JsonObject written) {
        Deed deed = Arrays.stream(Deed.values())
                .filter(one -> written.containsKey(one.word()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is done in " + written));
        return new DemoStep(
                DemoMoment.parse(written.getString("at")),
                deed,
                written.getString(deed.word()),
                written.getString("code", null),
                amount(written, "approved"),
                amount(written, "paid"),
                files(written));
    }

    private static List<DemoFile> files(JsonObject written) {
        return objects(written, "files")
                .map(file -> new DemoFile(
                        file.getString("content"), file.getString("name"), file.getString("evidence", null)))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonObject in, String key) {
        return in.getOrDefault(key, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class).stream();
    }

    private static @Nullable Long amount(JsonObject in, String key) {
        JsonNumber amount = in.getJsonNumber(key);
        return amount == null ? null : amount.longValueExact();
    }
}
