package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long a text may be in each column, by the instance's dictionary, or as it is delivered when that is hidden. */
final class Lengths {

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Map<String, Integer> AS_DELIVERED =
            Map.of("short_description", 160, "description", 4000, "comments", 4000, "close_notes", 4000);

    private final Api api;
    private final String table;
    private final Clock clock;
    private Map<String, Integer> known = Map.of();
    private Instant until = Instant.MIN;

    Lengths(Api api, String table, Clock clock) {
        this.api = api;
        this.table = table;
        this.clock = clock;
    }

    /** In Unicode characters; what nobody knows is endless. */
    synchronized int of(String column) {
        if (!clock.instant().isBefore(until)) {
            known = ask();
            until = clock.instant().plus(GOOD_FOR);
        }
        return known.getOrDefault(column, AS_DELIVERED.getOrDefault(column, Integer.MAX_VALUE));
    }

    /** Takes note that a text was cut although it should have fitted. */
    synchronized void learn(String column, int length) {
        Map<String, Integer> more = new HashMap<>(known);
        more.put(column, length);
        known = more;
    }

    private Map<String, Integer> ask() {
        Map<String, Integer> told = new HashMap<>(known);
        try {
            dictionary(List.copyOf(AS_DELIVERED.keySet())).forEach(row -> row.number("max_length")
                    .filter(length -> length > 0 && length < 10_000_000)
                    .ifPresent(length -> {
                        // The table's own word counts more than that of what it extends
                        if (row.text("name").equals(table) || !told.containsKey(row.text("element"))) {
                            told.put(row.text("element"), Math.toIntExact(length));
                        }
                    }));
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            return known;
        }
        return told;
    }

    /** What the dictionary tells of some columns, of the table or of what it extends. */
    List<Row> dictionary(List<String> columns) {
        return api
                .list(
                        "lookup",
                        Api.TABLE + "sys_dictionary",
                        Query.all().in("name", List.of(table, "task")).in("element", columns),
                        List.of("name", "element", "max_length", "internal_type"),
                        2 * columns.size(),
                        0)
                .rows()
                .stream()
                .filter(row ->
                        row.text("name").equals(table) || row.text("name").equals("task"))
                .toList();
    }
}
