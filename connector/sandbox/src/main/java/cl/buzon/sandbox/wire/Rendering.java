package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Column;
import cl.buzon.sandbox.instance.Column.Kind;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.sandbox.instance.TableType;
import cl.buzon.sandbox.instance.Times;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Rows as JSON, in the forms that a caller can ask for. All values are text; only references are objects. */
final class Rendering {

    private final Instance instance;
    private final Access access;
    private final Reader reader;
    private final String display;
    private final boolean bareReferences;
    private final String base;

    Rendering(Instance instance, Access access, Reader reader, Asked asked) {
        this.instance = instance;
        this.access = access;
        this.reader = reader;
        this.display = asked.parameter("display_value").orElse("false");
        this.bareReferences = asked.isSet("exclude_reference_link");
        String version = asked.version().isEmpty() ? "" : asked.version() + "/";
        this.base = instance.switches().address + "/api/now/" + version + "table/";
    }

    /** @param fields as asked for; empty means all of the row's own table */
    JsonNode row(String table, Row row, List<String> fields) {
        ObjectNode node = Asked.JSON.createObjectNode();
        TableType type = instance.schema().table(row.table()).orElseThrow();
        Iterable<String> names = fields.isEmpty() ? type.columns().keySet() : fields;
        for (String name : names) {
            if (access.mayRead(table, name) && instance.isField(row.table(), name)) {
                node.set(name, value(row, name));
            }
        }
        return node;
    }

    private JsonNode value(Row row, String field) {
        int dot = field.lastIndexOf('.');
        if (dot < 0) {
            return value(row, column(row.table(), field));
        }
        return follow(row, field.substring(0, dot))
                .map(target -> value(target, column(target.table(), field.substring(dot + 1))))
                .orElseGet(() -> plain("", ""));
    }

    private Optional<Row> follow(Row row, String path) {
        int dot = path.lastIndexOf('.');
        Optional<Row> holder = dot < 0 ? Optional.of(row) : follow(row, path.substring(0, dot));
        return holder.flatMap(at -> {
            Column column = column(at.table(), path.substring(dot + 1));
            return instance.find(column.reference(), at.get(column.name()));
        });
    }

    private Column column(String table, String name) {
        return instance.schema().table(table).flatMap(type -> type.column(name)).orElseThrow();
    }

    private JsonNode value(Row row, Column column) {
        String value = row.get(column.name());
        return switch (column.kind()) {
            case JOURNAL -> plain("", display.equals("false") ? "" : journal(row, column.name()));
            case REFERENCE -> value.isEmpty() ? plain("", "") : reference(column, value);
            case CHOICE -> plain(value, display.equals("false") ? "" : label(row.table(), column.name(), value));
            case DATETIME -> plain(value, display.equals("false") ? "" : time(value));
            default -> plain(value, value);
        };
    }

    private JsonNode plain(String value, String shown) {
        return switch (display) {
            case "true" -> TextNode.valueOf(shown);
            case "all" ->
                Asked.JSON.createObjectNode().put("display_value", shown).put("value", value);
            default -> TextNode.valueOf(value);
        };
    }

    private JsonNode reference(Column column, String value) {
        String shown = shown(column.reference(), value);
        if (bareReferences) {
            return plain(value, shown);
        }
        ObjectNode node = Asked.JSON.createObjectNode();
        if (!display.equals("false")) {
            node.put("display_value", shown);
        }
        node.put("link", base + column.reference() + "/" + value);
        if (!display.equals("true")) {
            node.put("value", value);
        }
        return node;
    }

    /** What a row is called by people; empty when it is gone. */
    private String shown(String table, String id) {
        if (id.equals("global")) {
            return id;
        }
        return instance.find(table, id)
                .map(row -> row.get("number").isEmpty() ? row.get("name") : row.get("number"))
                .map(text -> text)
                .orElse("");
    }

    private String label(String table, String element, String value) {
        return instance.rows("sys_choice").stream()
                .filter(choice -> choice.get("element").equals(element)
                        && choice.get("language").equals("en"))
                .filter(choice ->
                        choice.get("name").equals(table) || choice.get("name").equals("task"))
                .filter(choice -> choice.get("value").equals(value))
                .map(choice -> choice.get("label"))
                .findFirst()
                .orElse(value);
    }

    private String time(String stored) {
        try {
            return stored.isEmpty() ? "" : reader.shown(Times.instant(stored));
        } catch (DateTimeException noTime) {
            return stored;
        }
    }

    /** One text, newest entry first. */
    private String journal(Row row, String element) {
        List<Row> entries = new ArrayList<>(instance.journal(row.id()));
        Collections.reverse(entries);
        StringBuilder text = new StringBuilder();
        for (Row entry : entries) {
            if (element.equals("comments_and_work_notes")
                    || entry.get("element").equals(element)) {
                text.append(time(entry.get("sys_created_on")))
                        .append(" - ")
                        .append(instance.nameOf(entry.get("sys_created_by")))
                        .append(
                                entry.get("element").equals("comments")
                                        ? " (Additional comments)\n"
                                        : " (Work notes)\n")
                        .append(entry.get("value"))
                        .append("\n\n");
            }
        }
        return text.toString();
    }

    static boolean isJournal(Column column) {
        return column.kind() == Kind.JOURNAL;
    }

    /** How the caller reads times. */
    record Reader(ZoneId zone, String pattern) {

        static Reader of(Instance instance, String userName) {
            Optional<Row> user = instance.user(userName);
            String zone = user.map(row -> row.get("time_zone")).orElse("");
            String date = user.map(row -> row.get("date_format")).orElse("");
            String time = user.map(row -> row.get("time_format")).orElse("");
            return new Reader(
                    zone.isEmpty() ? ZoneId.of("America/Los_Angeles") : ZoneId.of(zone),
                    (date.isEmpty() ? "yyyy-MM-dd" : date) + " " + (time.isEmpty() ? "HH:mm:ss" : time));
        }

        String shown(java.time.Instant time) {
            return Times.shown(time, zone, pattern);
        }
    }
}
