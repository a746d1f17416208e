package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Finding.Outcome;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.RemoteFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the table has each column that the settings name, and room in it for what the portal lets people write. */
final class ColumnExamination {

    private static final Map<String, Integer> NEEDED =
            Map.of("short_description", 120, "description", 4000, "correlation_id", 36, "correlation_display", 20);

    private static final int LONGEST_TRACKING_NUMBER = 40;
    private static final int LONGEST_CATEGORY = 30;
    private static final int LONGEST_AMOUNT = 12;

    /** What the platform gives every row; only worth a word where it is missing. */
    private static final String OF_EVERY_ROW = "sys_";

    private final Probe probe;
    private final Needs needs;

    ColumnExamination(Probe probe, Needs needs) {
        this.probe = probe;
        this.needs = needs;
    }

    List<String> asked() {
        Set<String> all = new TreeSet<>(probe.columns());
        all.removeIf(column -> column.contains("."));
        all.addAll(needed().keySet());
        all.add("contact_type");
        return List.copyOf(all);
    }

    private Map<String, Integer> needed() {
        ServiceNowSettings settings = probe.settings();
        Map<String, Integer> all = new LinkedHashMap<>(NEEDED);
        all.put(settings.names().trackingNumber(), LONGEST_TRACKING_NUMBER);
        all.put(
                settings.names().category(),
                longest(needs.categories().stream().map(settings.category()).toList(), LONGEST_CATEGORY));
        all.put(
                settings.names().compensationState(),
                longest(settings.compensations().values(), 0));
        all.put(settings.names().compensationAmount(), LONGEST_AMOUNT);
        return all;
    }

    private static int longest(Collection<String> values, int otherwise) {
        return values.stream().mapToInt(String::length).max().orElse(otherwise);
    }

    /** @param some a row of the table, if it has one */
    List<Finding> of(List<Row> some) {
        Map<String, Integer> dictionary = dictionary();
        Set<String> shown = new HashSet<>();
        some.forEach(row -> shown.addAll(row.json().keySet()));
        if (dictionary.isEmpty() && shown.isEmpty()) {
            return List.of(
                    Finding.warning("columns", "unknown", probe.settings().table()));
        }
        List<Finding> findings = new ArrayList<>();
        for (String column : asked()) {
            boolean hidden = !some.isEmpty() && !shown.contains(column);
            Finding finding = of(column, dictionary.get(column), shown.contains(column), hidden);
            if (finding.outcome() != Outcome.GOOD || !column.startsWith(OF_EVERY_ROW)) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private Finding of(String column, @Nullable Integer room, boolean shown, boolean hidden) {
        int needed = needed().getOrDefault(column, 0);
        if (room == null && !shown) {
            return Finding.bad("column", "missing", column, probe.settings().table());
        }
        if (hidden) {
            return Finding.bad("column", "hidden", column, probe.settings().table());
        }
        if (room == null || room == 0) {
            return new Finding("column", Outcome.GOOD, "shown", List.of(column));
        }
        return room < needed
                ? Finding.warning("column", "short", column, "" + room, "" + needed)
                : Finding.good("column", column, "" + room);
    }

    /** Columns with their room in characters, 0 where it is not said; the table's own word counts most. */
    private Map<String, Integer> dictionary() {
        List<Row> rows;
        try {
            rows = probe.lengths().dictionary(asked());
        } catch (RemoteFailure hidden) {
            return Map.of();
        }
        Map<String, Integer> lengths = new HashMap<>(rows.stream()
                .collect(Collectors.toMap(row -> row.text("element"), ColumnExamination::room, (one, other) -> one)));
        rows.stream()
                .filter(row -> row.text("name").equals(probe.settings().table()))
                .forEach(row -> lengths.put(row.text("element"), room(row)));
        return lengths;
    }

    private static int room(Row row) {
        return row.number("max_length")
                .filter(length -> length < Integer.MAX_VALUE)
                .map(Math::toIntExact)
                .orElse(0);
    }
}
