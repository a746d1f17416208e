package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Query;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.sandbox.instance.Switches.UnknownField;
import cl.buzon.sandbox.instance.Switches.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of a table that a caller asks for, before any is hidden from it. */
final class Search {

    private final Instance instance;
    private final Access access;
    private final Rendering.Reader reader;

    Search(Instance instance, Access access, Rendering.Reader reader) {
        this.instance = instance;
        this.access = access;
        this.reader = reader;
    }

    /** @throws Denial when the table may not be read, or the query names what may not */
    List<Row> rows(String table, Asked asked) {
        Optional<Unreadable> refusal = access.refusal(table);
        if (refusal.isPresent()) {
            if (refusal.get() == Unreadable.FORBIDDEN) {
                throw insufficient();
            }
            return List.of();
        }
        Query query = Query.of(asked.parameter("query").orElseGet(() -> equalities(asked)));
        if (instance.switches().unknownField == UnknownField.IS_FORBIDDEN) {
            refuseUnreadable(table, query);
        }
        return instance.select(table, query, reader.zone(), field -> access.mayRead(table, field));
    }

    /** @throws Denial 404 when it is not there or may not be seen, which is the same to a caller */
    Row one(String table, String id) {
        if (access.refusal(table).isPresent()) {
            throw Denial.noRecord();
        }
        return Optional.of(id)
                .flatMap(key -> instance.find(table, key))
                .filter(access::sees)
                .orElseThrow(Denial::noRecord);
    }

    private void refuseUnreadable(String table, Query query) {
        boolean all = query.conditions().stream().allMatch(condition -> isReadable(table, condition.field()))
                && query.orderedBy().stream().allMatch(field -> isReadable(table, field));
        if (!all) {
            throw insufficient();
        }
    }

    private boolean isReadable(String table, String field) {
        return instance.isField(table, field) && access.mayRead(table, field);
    }

    private static String equalities(Asked asked) {
        return asked.parameters().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("sysparm_"))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("^"));
    }

    private static Denial insufficient() {
        return new Denial(
                403,
                "Insufficient rights to query records",
                "Field(s) present in the query do not have permission to be read");
    }
}
