package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /api/sn_customerservice/case}: the scripted API of customer service, in its own shapes. */
final class CaseApi {

    private static final int USUAL_LIMIT = 10;

    private static final Set<String> CUSTOMER_MAY_CREATE = Set.of(
            "account",
            "asset",
            "comments",
            "consumer",
            "contact",
            "contact_type",
            "partner",
            "partner_contact",
            "priority",
            "product",
            "short_description",
            "state");

    private static final Set<String> CUSTOMER_MAY_UPDATE = Set.of("comments", "state");

    /** Shown as objects, unless only references are wanted. */
    private static final List<String> NESTED = List.of("account", "contact", "consumer");

    private final Instance instance;

    CaseApi(Instance instance) {
        this.instance = instance;
    }

    Answer answer(Asked asked) {
        List<String> steps = asked.steps();
        if (!instance.switches().caseApiIsThere
                || steps.isEmpty()
                || !steps.get(0).equals("case")) {
            throw NoResource.denial();
        }
        Access access = new Access(instance, asked.caller().userName());
        List<String> rest = steps.subList(1, steps.size());
        if (rest.isEmpty()) {
            return asked.isRead() ? list(asked, access) : create(asked, access);
        }
        if (rest.get(0).equals("field_values") && rest.size() == 2) {
            return new FieldValues(instance).of(rest.get(1));
        }
        Row row = find(access, rest.get(0));
        if (rest.size() == 1) {
            return asked.isRead() ? Answer.result(200, whole(row, asked, access)) : update(asked, access, row);
        }
        if (rest.get(1).equals("activities") && rest.size() == 2 && asked.isRead()) {
            return Answer.result(200, new Activities(instance, asked).of(row));
        }
        if (rest.get(1).equals("field_values") && rest.size() == 3) {
            return new FieldValues(instance).of(rest.get(2));
        }
        throw NoResource.denial();
    }

    private Answer list(Asked asked, Access access) {
        Paging paging = Paging.of(asked, USUAL_LIMIT);
        Search search = new Search(
                instance, access, Rendering.Reader.of(instance, asked.caller().userName()));
        List<Row> all = search.rows(Instance.CASE, asked);
        ArrayNode result = Asked.JSON.createArrayNode();
        paging.cut(all).stream().filter(access::sees).forEach(row -> result.add(whole(row, asked, access)));
        Answer answer = Answer.result(200, result).with("X-Total-Count", String.valueOf(all.size()));
        return paging.links(asked, all.size(), instance.switches().address, true, true)
                .map(links -> answer.with("Link", links))
                .orElse(answer);
    }

    private Answer create(Asked asked, Access access) {
        if (!asked.method().equals("POST")) {
            throw NoResource.wrongMethod(asked.method());
        }
        Map<String, String> values = asked.body();
        if (access.isCustomer()) {
            values.keySet().retainAll(CUSTOMER_MAY_CREATE);
        }
        access.mustBeAllowed("Insert", Instance.CASE, values);
        Row row = instance.insert(asked.caller(), Instance.CASE, values);
        return Answer.result(201, named(row))
                .with("Location", instance.switches().address + asked.call().path() + "/" + row.id());
    }

    private Answer update(Asked asked, Access access, Row row) {
        if (!asked.method().equals("PUT")) {
            throw NoResource.wrongMethod(asked.method());
        }
        Map<String, String> values = asked.body();
        if (access.isCustomer()) {
            values.keySet().retainAll(CUSTOMER_MAY_UPDATE);
        }
        access.mustBeAllowed("Update", Instance.CASE, values);
        return Answer.result(200, named(instance.update(asked.caller(), Instance.CASE, row.id(), values)));
    }

    private Row find(Access access, String key) {
        return instance.cases().stream()
                .filter(row -> row.id().equals(key) || row.get("number").equals(key))
                .filter(access::sees)
                .findFirst()
                .orElseThrow(Denial::noRecord);
    }

    private static ObjectNode named(Row row) {
        return Asked.JSON.createObjectNode().put("sys_id", row.id()).put("number", row.get("number"));
    }

    private ObjectNode whole(Row row, Asked asked, Access access) {
        ObjectNode node = Asked.JSON.createObjectNode();
        row.values().keySet().stream()
                .sorted()
                .filter(name -> access.mayRead(Instance.CASE, name))
                .forEach(name -> node.put(name, row.get(name)));
        if (!asked.parameter("reference_fields").orElse("").equals("false")) {
            NESTED.forEach(name -> nest(node, row, name));
        }
        return node;
    }

    private void nest(ObjectNode node, Row row, String column) {
        String reference = instance.schema()
                .table(row.table())
                .flatMap(type -> type.column(column))
                .map(found -> found.reference())
                .orElse("");
        instance.find(reference, row.get(column)).ifPresent(other -> node.putObject(column)
                .put("sys_id", other.id())
                .put("name", other.get("name"))
                .put("email", other.get("email")));
    }
}
