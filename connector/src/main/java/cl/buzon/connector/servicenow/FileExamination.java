package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an instance takes the files that the portal takes. */
final class FileExamination {

    private static final String SIZE = "com.glide.attachment.max_size";
    private static final String TYPES = "glide.attachment.extensions";
    private static final long MEGABYTE = 1024L * 1024;

    private final Probe probe;
    private final Needs needs;

    FileExamination(Probe probe, Needs needs) {
        this.probe = probe;
        this.needs = needs;
    }

    List<Finding> limits() {
        List<Row> rows;
        try {
            rows = probe.rows(
                    Api.TABLE + "sys_properties",
                    Query.all().in("name", List.of(SIZE, TYPES)),
                    List.of("sys_id", "name", "value"),
                    2);
        } catch (RemoteFailure hidden) {
            return List.of(Finding.untried("file-limits", "hidden", "" + megabytes()));
        }
        if (rows.isEmpty()) {
            return List.of(Finding.untried("file-limits", "hidden", "" + megabytes()));
        }
        List<Finding> findings = new ArrayList<>();
        value(rows, SIZE)
                .filter(text -> text.matches("\\d{1,9}"))
                .filter(limit -> Long.parseLong(limit) < megabytes())
                .ifPresent(limit -> findings.add(Finding.bad("file-limits", "small", limit, "" + megabytes())));
        value(rows, TYPES)
                .filter(list -> !list.isBlank())
                .map(this::lacking)
                .filter(lacking -> !lacking.isEmpty())
                .ifPresent(lacking -> findings.add(Finding.bad("file-limits", "types", String.join(", ", lacking))));
        return findings.isEmpty() ? List.of(Finding.good("file-limits", "" + megabytes())) : findings;
    }

    private long megabytes() {
        return (needs.largestFile() + MEGABYTE - 1) / MEGABYTE;
    }

    private Set<String> lacking(String list) {
        Set<String> taken = Stream.of(list.split(",", -1))
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> lacking = new TreeSet<>(needs.extensions());
        lacking.removeAll(taken);
        return lacking;
    }

    private static Optional<String> value(List<Row> rows, String name) {
        return rows.stream()
                .filter(row -> row.text("name").equals(name))
                .findFirst()
                .map(row -> row.text("value").strip());
    }
}
