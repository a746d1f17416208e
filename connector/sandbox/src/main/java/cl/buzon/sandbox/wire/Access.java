package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.sandbox.instance.Switches;
import cl.buzon.sandbox.instance.Switches.Unreadable;
import java.util.Map;
import java.util.Optional;

/** What a caller from outside may see and do. */
final class Access {

    private final Instance instance;
    private final Switches switches;
    private final Optional<Row> contact;

    Access(Instance instance, String userName) {
        this.instance = instance;
        this.switches = instance.switches();
        this.contact = instance.user(userName).filter(user -> user.table().equals("customer_contact"));
    }

    /** A customer who signs in as such, and not a system or a person of the house. */
    boolean isCustomer() {
        return contact.isPresent();
    }

    Optional<Unreadable> refusal(String table) {
        return Optional.ofNullable(switches.unreadableTables.get(table));
    }

    /** A customer's own cases; to everybody else all rows but those that are hidden. */
    boolean sees(Row row) {
        return !switches.hiddenRows.contains(row.id())
                && contact.map(own -> isOwn(row, own)).orElse(true);
    }

    /** Also for fields of tables that are referred to. */
    boolean mayRead(String table, String field) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return !isHidden(table, field);
        }
        String reference = instance.schema()
                .table(table)
                .flatMap(type -> type.column(field.substring(0, dot)))
                .map(column -> column.reference())
                .orElse("");
        return !isHidden(table, field.substring(0, dot)) && mayRead(reference, field.substring(dot + 1));
    }

    /** @throws Denial when it may not */
    void mustBeAllowed(String deed, String table, Map<String, String> values) {
        boolean guarded =
                values.keySet().stream().anyMatch(field -> switches.guardedFields.contains(table + "." + field));
        boolean foreign = contact.isPresent() && !table.equals(Instance.CASE);
        if (guarded || foreign || switches.forbiddenDeeds.contains(deed + " " + table)) {
            throw Denial.acl(deed);
        }
    }

    private boolean isHidden(String table, String field) {
        return switches.hiddenFields.contains(table + "." + field);
    }

    private static boolean isOwn(Row row, Row own) {
        return !row.table().equals(Instance.CASE) || row.get("contact").equals(own.id());
    }
}
