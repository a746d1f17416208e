package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /api/now/stats}: how many rows there are, as a whole or by the values of a field. */
final class StatsApi {

    private final Instance instance;

    StatsApi(Instance instance) {
        this.instance = instance;
    }

    Answer answer(Asked asked) {
        List<String> steps = asked.steps();
        if (steps.size() != 2) {
            throw NoResource.denial();
        }
        if (!asked.isRead()) {
            throw NoResource.wrongMethod(asked.method());
        }
        String table = steps.get(1);
        if (instance.schema().table(table).isEmpty()) {
            throw new Denial(400, "Invalid table " + table, null);
        }
        Access access = new Access(instance, asked.caller().userName());
        if (access.refusal(table).isPresent()) {
            throw new Denial(
                    403, "Insufficient rights to query records", "No permission to read table '" + table + "'");
        }
        Search search = new Search(
                instance, access, Rendering.Reader.of(instance, asked.caller().userName()));
        List<Row> rows = search.rows(table, asked);
        String by = asked.parameter("group_by").orElse("");
        return Answer.result(200, by.isEmpty() ? stats(asked, rows) : grouped(asked, rows, by));
    }

    private ObjectNode stats(Asked asked, List<Row> rows) {
        ObjectNode node = Asked.JSON.createObjectNode();
        ObjectNode stats = node.putObject("stats");
        if (asked.isSet("count")) {
            stats.put("count", String.valueOf(rows.size()));
        }
        return node;
    }

    private ArrayNode grouped(Asked asked, List<Row> rows, String by) {
        Map<String, List<Row>> groups = rows.stream()
                .collect(
                        Collectors.groupingBy(row -> instance.value(row, by), LinkedHashMap::new, Collectors.toList()));
        ArrayNode result = Asked.JSON.createArrayNode();
        groups.forEach((value, some) -> {
            ObjectNode group = stats(asked, some);
            group.putArray("groupby_fields").addObject().put("value", value).put("field", by);
            result.add(group);
        });
        return result;
    }
}
