package cl.buzon.sandbox.instance;

import cl.buzon.sandbox.instance.Column.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All tables of the instance, read from the text beside this class. */
public final class Schema {

    private static final List<Column> OF_EVERY_ROW = List.of(
            new Column("sys_id", Kind.GUID, "", 32, "Sys ID", ""),
            new Column("sys_created_on", Kind.DATETIME, "", 40, "Created", ""),
            new Column("sys_created_by", Kind.STRING, "", 40, "Created by", ""),
            new Column("sys_updated_on", Kind.DATETIME, "", 40, "Updated", ""),
            new Column("sys_updated_by", Kind.STRING, "", 40, "Updated by", ""),
            new Column("sys_mod_count", Kind.INTEGER, "", 40, "Updates", ""),
            new Column("sys_tags", Kind.STRING, "", 255, "Tags", ""));

    private final Map<String, TableType> tables = new LinkedHashMap<>();

    Schema() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String line : Texts.lines("schema.txt")) {
            if (line.startsWith("[")) {
                columns = begin(line);
            } else {
                Column column = column(line);
                columns.put(column.name(), column);
            }
        }
    }

    public Optional<TableType> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    public Collection<TableType> tables() {
        return tables.values();
    }

    /** @throws IllegalArgumentException when there is no such table */
    TableType known(String name) {
        return table(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    /** The table itself and those that extend it: a row of theirs is one of its own as well. */
    List<String> family(String name) {
        List<String> family = new ArrayList<>(List.of(name));
        tables.values().stream()
                .filter(table -> table.parent().equals(name))
                .forEach(table -> family.addAll(family(table.name())));
        return family;
    }

    boolean isTask(String name) {
        return family("task").contains(name);
    }

    private Map<String, Column> begin(String line) {
        int end = line.indexOf(']');
        String[] names = line.substring(1, end).split(":", 2);
        String name = names[0].strip();
        String parent = names.length > 1 ? names[1].strip() : "";
        Map<String, Column> columns = new LinkedHashMap<>();
        if (parent.isEmpty()) {
            OF_EVERY_ROW.stream()
                    .filter(column -> !isWrittenOnce(name) || !isUpdateMark(column))
                    .forEach(column -> columns.put(column.name(), column));
        } else {
            columns.putAll(known(parent).columns());
        }
        tables.put(name, new TableType(name, line.substring(end + 1).strip(), parent, columns));
        return columns;
    }

    /** A journal entry never changes, so nothing says when it did. */
    private static boolean isWrittenOnce(String table) {
        return table.equals("sys_journal_field");
    }

    private static boolean isUpdateMark(Column column) {
        return column.name().startsWith("sys_updated") || column.name().equals("sys_mod_count");
    }

    private static Column column(String line) {
        String[] parts = line.split("\\|", -1);
        String[] head = parts[0].strip().split(" ", -1);
        boolean reference = head[1].startsWith("->");
        return new Column(
                head[0],
                reference ? Kind.REFERENCE : Kind.valueOf(head[1].toUpperCase(Locale.ROOT)),
                reference ? head[1].substring(2) : "",
                reference ? 32 : Integer.parseInt(head[2]),
                parts[1].strip(),
                parts.length > 2 ? parts[2].strip() : "");
    }
}
