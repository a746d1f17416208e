package cl.buzon.sandbox.instance;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the rows of a table that an encoded query asks for, as somebody in a certain zone means it. */
final class Selection {

    private static final Pattern GENERATED =
            Pattern.compile("javascript:gs\\.dateGenerate\\('([0-9-]+)',\\s*'([0-9:]+)'\\)");

    private final Instance instance;
    private final TableType table;
    private final ZoneId zone;
    private final Predicate<String> readable;

    Selection(Instance instance, TableType table, ZoneId zone, Predicate<String> readable) {
        this.instance = instance;
        this.table = table;
        this.zone = zone;
        this.readable = readable;
    }

    /** All of them, in the order asked for; in none at all when the query asks for none. */
    List<Row> rows(Query query) {
        if (instance.switches().unknownField == Switches.UnknownField.GIVES_NO_ROWS
                && query.conditions().stream().anyMatch(condition -> !isKnown(condition))) {
            return List.of();
        }
        List<Row> rows = instance.rows(table.name()).stream()
                .filter(row -> query.holds(condition -> holds(row, condition)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (instance.switches().shufflesUnordered) {
            Collections.shuffle(rows);
        }
        if (!query.orderedBy().isEmpty()) {
            rows.sort(query.order(this::value));
        }
        return rows;
    }

    /** Whether the field is one of the table's, or of those that it refers to. */
    boolean isKnown(String field) {
        Optional<TableType> at = Optional.of(table);
        String[] steps = field.split("\\.", -1);
        for (int i = 0; i < steps.length; i++) {
            String step = steps[i];
            Optional<Column> column = at.flatMap(type -> type.column(step));
            if (column.isEmpty()) {
                return false;
            }
            at = column.filter(any -> !any.reference().isEmpty())
                    .flatMap(any -> instance.schema().table(any.reference()));
        }
        return true;
    }

    /** The value of a field, through references if need be; empty when there is none. */
    String value(Row row, String field) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return row.get(field);
        }
        return instance.schema()
                .known(row.table())
                .column(field.substring(0, dot))
                .flatMap(column -> instance.find(column.reference(), row.get(column.name())))
                .map(next -> value(next, field.substring(dot + 1)))
                .orElse("");
    }

    private boolean isKnown(Condition condition) {
        return !condition.operator().isEmpty() && isKnown(condition.field()) && readable.test(condition.field());
    }

    /** What is invalid is left out, so that more rows are found. */
    private boolean holds(Row row, Condition condition) {
        return !isKnown(condition) || meant(condition).holds(value(row, condition.field()));
    }

    private Condition meant(Condition condition) {
        Matcher generated = GENERATED.matcher(condition.value());
        if (generated.matches()) {
            return inUtc(condition, generated.group(1) + " " + generated.group(2));
        }
        return instance.switches().literalsInUsersZone ? inUtc(condition, condition.value()) : condition;
    }

    private Condition inUtc(Condition condition, String literal) {
        try {
            return condition.withValue(Times.stored(Times.instant(literal, zone)));
        } catch (DateTimeException noTime) {
            return condition;
        }
    }
}
