package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** A table that understands the queries we write: cut first, hidden rows left out after. */
final class FakeTable {

    final List<Map<String, String>> rows = new ArrayList<>();
    Predicate<Map<String, String>> hidden = row -> false;

    boolean counts = true;

    /** The date of its answers. */
    String date = "Tue, 03 Feb 2026 14:00:00 GMT";

    private final String column;

    FakeTable(String column) {
        this.column = column;
    }

    static String key(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    Reply answer(Asked asked) {
        String query = asked.query();
        int order = query.contains("^ORDERBY") ? query.indexOf("^ORDERBY") : query.length();
        List<Map<String, String>> found = rows.stream()
                .filter(row -> java.util.Arrays.stream(query.substring(0, order).split("\\^NQ"))
                        .anyMatch(part ->
                                java.util.Arrays.stream(part.split("\\^")).allMatch(cond -> holds(row, cond))))
                .sorted(Comparator.comparing((Map<String, String> row) -> row.getOrDefault(column, ""))
                        .thenComparing(row -> row.getOrDefault("sys_id", "")))
                .toList();
        int offset = Integer.parseInt(asked.parameters().getOrDefault("sysparm_offset", "0"));
        int limit = Integer.parseInt(asked.parameters().getOrDefault("sysparm_limit", "10000"));
        JsonArrayBuilder page = Json.createArrayBuilder();
        found.stream().skip(offset).limit(limit).filter(hidden.negate()).forEach(row -> {
            JsonObjectBuilder object = Json.createObjectBuilder();
            row.forEach(object::add);
            page.add(object);
        });
        Reply reply = Reply.json(200, Connected.result(page.build().toString())).with("Date", date);
        return counts ? reply.with("X-Total-Count", "" + found.size()) : reply;
    }

    private static boolean holds(Map<String, String> row, String condition) {
        if (condition.endsWith("ISNOTEMPTY")) {
            return !row.getOrDefault(condition.replace("ISNOTEMPTY", ""), "").isEmpty();
        }
        var form = java.util.regex.Pattern.compile("([a-z_]+)(>=|=|>|IN)(.*)").matcher(condition);
        if (!form.matches()) {
            throw new AssertionError("no condition: " + condition);
        }
        String value = row.getOrDefault(form.group(1), "");
        String wanted = form.group(3);
        return switch (form.group(2)) {
            case "=" -> value.equals(wanted);
            case ">" -> value.compareTo(wanted) > 0;
            case ">=" -> value.compareTo(wanted) >= 0;
            default -> List.of(wanted.split(",")).contains(value);
        };
    }
}
