package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.RemoteFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the table has what the settings say it has: columns, room in them, values to choose, and room for files. */
final class ColumnExamination {

    /** What the portal lets people write, in characters. */
    private static final Map<String, Integer> NEEDED =
            Map.of("short_description", 120, "description", 4000, "correlation_id", 36, "correlation_display", 20);

    private static final int LONGEST_CATEGORY = 30;
    private static final int LONGEST_TRACKING_NUMBER = 40;

    private final Probe probe;

    ColumnExamination(Probe probe) {
        this.probe = probe;
    }

    List<String> asked() {
        Set<String> all = new TreeSet<>(probe.columns());
        all.removeIf(column -> column.contains("."));
        all.addAll(needed().keySet());
        all.add("contact_type");
        return List.copyOf(all);
    }

    private Map<String, Integer> needed() {
        Map<String, Integer> all = new LinkedHashMap<>(NEEDED);
        all.put(probe.settings().names().category(), LONGEST_CATEGORY);
        all.put(probe.settings().names().trackingNumber(), LONGEST_TRACKING_NUMBER);
        return all;
    }

    /** @param some a row of the table, if it has one */
    List<Finding> columns(List<Row> some) {
        List<Row> dictionary;
        try {
            dictionary = probe.lengths().dictionary(asked());
        } catch (RemoteFailure hidden) {
            dictionary = List.of();
        }
        Set<String> known = dictionary.stream().map(row -> row.text("element")).collect(Collectors.toSet());
        some.forEach(row -> known.addAll(row.json().keySet()));
        List<Finding> findings = new ArrayList<>();
        if (known.isEmpty()) {
            findings.add(Finding.warning("columns", "unknown", probe.settings().table()));
            return findings;
        }
        for (String column : asked()) {
            if (!known.contains(column)) {
                findings.add(Finding.bad(
                        "columns", "missing", column, probe.settings().table()));
            }
        }
        lengths(dictionary).forEach((column, length) -> {
            int needed = needed().getOrDefault(column, 0);
            if (length < needed) {
                findings.add(Finding.warning("columns", "short", column, "" + length, "" + needed));
            }
        });
        if (findings.isEmpty()) {
            findings.add(Finding.good("columns", "" + asked().size()));
        }
        return findings;
    }

    private Map<String, Integer> lengths(List<Row> dictionary) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (Row row : dictionary) {
            boolean own = row.text("name").equals(probe.settings().table());
            row.number("max_length")
                    .filter(length -> length > 0 && length < Integer.MAX_VALUE)
                    .filter(length -> own || !lengths.containsKey(row.text("element")))
                    .ifPresent(length -> lengths.put(row.text("element"), Math.toIntExact(length)));
        }
        return lengths;
    }

    List<Finding> states() {
        Set<String> there;
        try {
            there = new TreeSet<>(probe.choices().of("state").stream()
                    .map(row -> row.text("value"))
                    .filter(value -> !value.isEmpty())
                    .toList());
        } catch (RemoteFailure hidden) {
            there = Set.of();
        }
        if (there.isEmpty()) {
            return List.of(Finding.warning("states", "hidden"));
        }
        List<Finding> findings = new ArrayList<>();
        for (String value : new TreeSet<>(probe.settings().states().values())) {
            if (!there.contains(value)) {
                String ours = probe.settings().states().toOurs(value);
                findings.add(Finding.bad("states", "missing", ours, value));
            }
        }
        there.removeAll(probe.settings().states().values());
        there.removeAll(probe.settings().ignoredStates());
        there.forEach(value -> findings.add(Finding.warning("states", "unmapped", value)));
        return findings.isEmpty() ? List.of(Finding.good("states")) : findings;
    }

    List<Finding> fileLimits() {
        Optional<String> size;
        Optional<String> types;
        try {
            List<Row> rows = probe.rows(
                    Api.TABLE + "sys_properties",
                    Query.all().in("name", List.of("com.glide.attachment.max_size", "glide.attachment.extensions")),
                    List.of("sys_id", "name", "value"),
                    2);
            size = value(rows, "com.glide.attachment.max_size");
            types = value(rows, "glide.attachment.extensions");
        } catch (RemoteFailure hidden) {
            return List.of(Finding.warning("file-limits", "hidden"));
        }
        if (size.isEmpty() && types.isEmpty()) {
            return List.of(Finding.warning("file-limits", "hidden"));
        }
        List<Finding> findings = new ArrayList<>();
        types.filter(list -> !list.isBlank())
                .ifPresent(list -> findings.add(Finding.warning("file-limits", "types", list)));
        size.filter(text -> text.matches("\\d{1,9}"))
                .filter(megabytes -> Long.parseLong(megabytes) < 25)
                .ifPresent(megabytes -> findings.add(Finding.warning("file-limits", "small", megabytes)));
        return findings.isEmpty() ? List.of(Finding.good("file-limits")) : findings;
    }

    private static Optional<String> value(List<Row> rows, String name) {
        return rows.stream()
                .filter(row -> row.text("name").equals(name))
                .findFirst()
                .map(row -> row.text("value").strip());
    }
}
