package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /api/now/table}: rows of any table. */
final class TableApi {

    private static final int USUAL_LIMIT = 10_000;

    private final Instance instance;

    TableApi(Instance instance) {
        this.instance = instance;
    }

    Answer answer(Asked asked) {
        List<String> steps = asked.steps();
        if (steps.size() < 2 || steps.size() > 3) {
            throw NoResource.denial();
        }
        String table = steps.get(1);
        if (instance.schema().table(table).isEmpty()) {
            throw new Denial(400, "Invalid table " + table, null);
        }
        Access access = new Access(instance, asked.caller().userName());
        Rendering.Reader reader = Rendering.Reader.of(instance, asked.caller().userName());
        Search search = new Search(instance, access, reader);
        Rendering rendering = new Rendering(instance, access, reader, asked);
        return steps.size() == 2
                ? many(asked, table, access, search, rendering)
                : one(asked, table, steps.get(2), access, search, rendering);
    }

    private Answer many(Asked asked, String table, Access access, Search search, Rendering rendering) {
        if (asked.isRead()) {
            return list(asked, table, access, search, rendering);
        }
        if (!asked.method().equals("POST")) {
            throw NoResource.wrongMethod(asked.method());
        }
        Map<String, String> values = asked.body();
        access.mustBeAllowed("Insert", table, values);
        Row row = instance.insert(asked.caller(), table, values);
        String location = instance.switches().address + asked.call().path() + "/" + row.id();
        return Answer.result(201, rendering.row(table, row, fields(asked))).with("Location", location);
    }

    private Answer list(Asked asked, String table, Access access, Search search, Rendering rendering) {
        Paging paging = Paging.of(asked, USUAL_LIMIT);
        List<Row> all = search.rows(table, asked);
        ArrayNode result = Asked.JSON.createArrayNode();
        paging.cut(all).stream()
                .filter(access::sees)
                .forEach(row -> result.add(rendering.row(table, row, fields(asked))));
        if (all.isEmpty() && asked.version().equals("v1")) {
            throw Denial.noRecord();
        }
        return headed(Answer.result(200, result), asked, paging, all.size());
    }

    private Answer headed(Answer answer, Asked asked, Paging paging, int total) {
        boolean counted = !asked.isSet("no_count");
        Answer headed = counted && paging.given() ? answer.with("X-Total-Count", String.valueOf(total)) : answer;
        Optional<String> links = asked.isSet("suppress_pagination_header")
                ? Optional.empty()
                : paging.links(
                        asked, total, instance.switches().address, instance.switches().previousIsMinusOne, counted);
        return links.map(link -> headed.with("Link", link)).orElse(headed);
    }

    private Answer one(Asked asked, String table, String id, Access access, Search search, Rendering rendering) {
        return switch (asked.method()) {
            case "GET", "HEAD" -> Answer.result(200, rendering.row(table, search.one(table, id), fields(asked)));
            case "PUT", "PATCH" -> {
                Map<String, String> values = asked.body();
                search.one(table, id);
                access.mustBeAllowed("Update", table, values);
                Row row = instance.update(asked.caller(), table, id, values);
                yield Answer.result(200, rendering.row(table, row, fields(asked)));
            }
            case "DELETE" -> {
                search.one(table, id);
                access.mustBeAllowed("Delete", table, Map.of());
                instance.delete(asked.caller(), table, id);
                yield Answer.empty(204);
            }
            default -> throw NoResource.wrongMethod(asked.method());
        };
    }

    private static List<String> fields(Asked asked) {
        String fields = asked.parameter("fields").orElse("");
        return fields.isBlank()
                ? List.of()
                : Arrays.stream(fields.split(",", -1)).map(String::strip).toList();
    }
}
