package cl.buzon.sandbox.instance;

import cl.buzon.sandbox.instance.CaseRules.Written;
import cl.buzon.sandbox.instance.Column.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Inserts, updates and deletes rows: what is sent goes through rules and limits before it is a row. */
final class Writing {

    private static final int FIRST_CASE = 10001;

    private final Instance instance;
    private long sequence = 1_000_000;
    private long caseNumber = FIRST_CASE;

    /** @param kept the rows that numbers go on from */
    Writing(Instance instance, Collection<Row> kept) {
        this.instance = instance;
        for (Row row : kept) {
            sequence = Math.max(sequence, row.sequence() + 1);
            String number = row.get("number");
            if (number.matches("CS\\d{7}")) {
                caseNumber = Math.max(caseNumber, Long.parseLong(number.substring(2)) + 1);
            }
        }
    }

    Row insert(Caller caller, String table, Map<String, String> sent) {
        return insert(caller, table, UUID.randomUUID().toString().replace("-", ""), sent);
    }

    Row insert(Caller caller, String table, String id, Map<String, String> sent) {
        TableType type = instance.schema().known(table);
        Map<String, String> after = new LinkedHashMap<>();
        type.columns().values().forEach(column -> after.put(column.name(), column.preset()));
        Row nothing = new Row(table, sequence, Map.of());
        String now = now();
        after.put("sys_id", id);
        created(caller, after, now);
        if (after.containsKey("sys_class_name")) {
            after.put("sys_class_name", table);
        }
        if (instance.schema().isTask(table)) {
            after.put("opened_at", now);
            after.put("opened_by", userId(caller));
        }
        Map<String, String> changes = apply(type, nothing, after, sent);
        if (table.equals(CaseRules.CASE)) {
            after.put("number", String.format("CS%07d", caseNumber++));
            instance.caseRules().beforeWrite(nothing, after, written(caller, changes, now));
        }
        Row row = new Row(table, sequence++, after);
        instance.put(row);
        caller.wrote("insert", table, row.id());
        enterAll(caller, row, changes);
        told(row, caller);
        return row;
    }

    Row update(Caller caller, String table, String id, Map<String, String> sent) {
        Row before = instance.find(table, id).orElseThrow(Denial::noRecord);
        TableType type = instance.schema().known(before.table());
        Map<String, String> after = new LinkedHashMap<>(before.values());
        String now = now();
        Map<String, String> changes = apply(type, before, after, sent);
        if (type.name().equals(CaseRules.CASE)) {
            instance.caseRules().beforeWrite(before, after, written(caller, changes, now));
        }
        boolean said = changes.keySet().stream().anyMatch(name -> isJournal(type, name));
        if (!said && after.equals(before.values())) {
            return before;
        }
        if (type.column("sys_mod_count").isPresent()) {
            after.put("sys_mod_count", String.valueOf(Long.parseLong(before.get("sys_mod_count")) + 1));
            after.put("sys_updated_on", now);
            after.put("sys_updated_by", caller.userName());
        }
        Row row = new Row(before.table(), before.sequence(), after);
        instance.put(row);
        caller.wrote("update", before.table(), id);
        enterAll(caller, row, changes);
        told(row, caller);
        return row;
    }

    /** Moves the marks of a row and nothing else. */
    void touch(Caller caller, String id) {
        Row row = instance.aCase(id);
        long count = Long.parseLong(row.get("sys_mod_count")) + 1;
        change(
                id,
                Map.of(
                        "sys_mod_count", String.valueOf(count),
                        "sys_updated_on", now(),
                        "sys_updated_by", caller.userName()));
    }

    void delete(Caller caller, String table, String id) {
        Row row = instance.find(table, id).orElseThrow(Denial::noRecord);
        if (row.table().equals(Instance.ATTACHMENT)) {
            instance.dropBytes(id);
        }
        instance.remove(id);
        caller.wrote("delete", row.table(), id);
        String shown = row.get("number").isEmpty() ? row.get("name") : row.get("number");
        insert(
                new Caller(caller.userName()),
                "sys_audit_delete",
                Map.of("tablename", row.table(), "documentkey", id, "display_value", shown));
    }

    /** Without rules and without a mark. */
    void change(String id, Map<String, String> values) {
        Row before = instance.schema().tables().stream()
                .flatMap(table -> instance.find(table.name(), id).stream())
                .findFirst()
                .orElseThrow(Denial::noRecord);
        Map<String, String> after = new LinkedHashMap<>(before.values());
        after.putAll(values);
        instance.put(new Row(before.table(), before.sequence(), after));
    }

    Row enter(Caller caller, Row of, String element, String text) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("sys_id", UUID.randomUUID().toString().replace("-", ""));
        entry.put("sys_created_on", now());
        entry.put("sys_created_by", caller.userName());
        entry.put("sys_tags", "");
        entry.put("name", instance.switches().journalNamesTask ? "task" : of.table());
        entry.put("element_id", of.id());
        entry.put("element", element);
        entry.put("value", text);
        Row row = new Row(Instance.JOURNAL, sequence++, entry);
        instance.put(row);
        caller.wrote("insert", Instance.JOURNAL, row.id());
        return row;
    }

    /** Brings what was sent into the row that will be; what nobody knows, or only the instance may set, is left out. */
    private Map<String, String> apply(TableType type, Row before, Map<String, String> after, Map<String, String> sent) {
        Map<String, String> changes = new LinkedHashMap<>();
        sent.forEach((name, value) -> type.column(name)
                .filter(column -> !column.isSystem() && !isGiven(type, name))
                .ifPresent(column -> changes.put(name, fitting(type, column, value))));
        changes.entrySet()
                .removeIf(change ->
                        isJournal(type, change.getKey()) && change.getValue().isEmpty());
        Map<String, String> ruled = changes;
        if (type.name().equals(CaseRules.CASE)) {
            for (Rule rule : instance.rules()) {
                if (rule.applies().test(before, Map.copyOf(ruled))) {
                    ruled = rule.rewriting().apply(new LinkedHashMap<>(ruled));
                }
            }
        }
        ruled.forEach((name, value) -> {
            if (!isJournal(type, name)) {
                after.put(name, value);
            }
        });
        return ruled;
    }

    private static boolean isGiven(TableType type, String name) {
        return type.name().equals(CaseRules.CASE) && (name.equals("number") || name.equals("case"));
    }

    private String fitting(TableType type, Column column, String value) {
        int length = instance.switches().lengths.getOrDefault(type.name() + "." + column.name(), column.length());
        String cut = value.length() > length ? value.substring(0, length) : value;
        if (column.kind() == Kind.CHOICE && !cut.isEmpty() && isUnknownChoice(type, column, cut)) {
            return switch (instance.switches().unknownChoice) {
                case STAYS -> cut;
                case IS_EMPTIED -> "";
                case IS_REFUSED -> throw Denial.failed("Invalid choice value for " + column.label());
            };
        }
        return cut;
    }

    private boolean isUnknownChoice(TableType type, Column column, String value) {
        return instance.rows("sys_choice").stream()
                .filter(choice -> choice.get("element").equals(column.name()))
                .filter(choice -> instance.schema().family(choice.get("name")).contains(type.name()))
                .noneMatch(choice -> choice.get("value").equals(value));
    }

    private Written written(Caller caller, Map<String, String> changes, String now) {
        boolean agent = instance.user(caller.userName())
                .filter(user -> user.get("web_service_access_only").equals("false"))
                .filter(user -> user.table().equals("sys_user"))
                .isPresent();
        boolean comment = changes.containsKey("comments");
        return new Written(now, userId(caller), agent, comment, comment || changes.containsKey("work_notes"));
    }

    private void enterAll(Caller caller, Row row, Map<String, String> changes) {
        TableType type = instance.schema().known(row.table());
        changes.forEach((name, value) -> {
            if (isJournal(type, name) && !name.equals("comments_and_work_notes")) {
                enter(caller, row, name, value);
            }
        });
    }

    private void told(Row row, Caller caller) {
        if (row.table().equals(CaseRules.CASE)) {
            instance.tell(row, caller);
        }
    }

    private static boolean isJournal(TableType type, String name) {
        return type.column(name).filter(column -> column.kind() == Kind.JOURNAL).isPresent();
    }

    private static void created(Caller caller, Map<String, String> after, String now) {
        after.put("sys_created_on", now);
        after.put("sys_created_by", caller.userName());
        if (after.containsKey("sys_mod_count")) {
            after.put("sys_updated_on", now);
            after.put("sys_updated_by", caller.userName());
            after.put("sys_mod_count", "0");
        }
    }

    private String userId(Caller caller) {
        return instance.user(caller.userName()).map(Row::id).orElse("");
    }

    private String now() {
        return Times.stored(instance.clock().instant());
    }
}
