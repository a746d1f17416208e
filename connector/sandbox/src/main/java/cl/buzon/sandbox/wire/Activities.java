package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stream of a case: words and files mixed, newest first. */
final class Activities {

    private static final Pattern CODE = Pattern.compile("(?s)\\[code](.*?)\\[/code]");

    private final Instance instance;
    private final List<String> kinds;

    Activities(Instance instance, Asked asked) {
        this.instance = instance;
        String wanted = asked.parameter("activity_type")
                .or(() -> Optional.ofNullable(asked.parameters().get("activity_type")))
                .orElse("comments,work_notes,attachment");
        this.kinds = Arrays.asList(wanted.split(",", -1));
    }

    ObjectNode of(Row row) {
        ObjectNode node = Asked.JSON.createObjectNode();
        node.put("display_value", row.get("number"));
        node.put("sys_id", row.id());
        node.put("short_description", row.get("short_description"));
        node.put("number", row.get("number"));
        ArrayNode entries = node.putArray("entries");
        entriesOf(row).forEach(entry -> entries.add(entry(entry)));
        node.put("label", "Case");
        node.put("table", row.table());
        ArrayNode fields = node.putArray("journal_fields");
        field(fields, "comments", "Additional comments");
        field(fields, "work_notes", "Work notes");
        node.put("sys_created_on", row.get("sys_created_on"));
        node.put("sys_created_on_adjusted", row.get("sys_created_on"));
        return node;
    }

    private List<Row> entriesOf(Row row) {
        List<Row> all = new ArrayList<>(instance.journal(row.id()));
        all.addAll(instance.attachments(row.id()));
        all.removeIf(entry -> !kinds.contains(kind(entry)));
        all.sort(Comparator.comparingLong(Row::sequence).reversed());
        return all;
    }

    private static String kind(Row entry) {
        return entry.table().equals("sys_attachment") ? "attachment" : entry.get("element");
    }

    private ObjectNode entry(Row entry) {
        ObjectNode node = Asked.JSON.createObjectNode();
        String name = instance.nameOf(entry.get("sys_created_by"));
        node.put("sys_created_on_adjusted", entry.get("sys_created_on"));
        node.put("sys_id", entry.id());
        node.put("login_name", name);
        node.put(
                "user_sys_id",
                instance.user(entry.get("sys_created_by")).map(Row::id).orElse(""));
        node.put("initials", initials(name));
        node.put("sys_created_on", entry.get("sys_created_on"));
        node.put("name", name);
        node.put("element", kind(entry));
        if (kind(entry).equals("attachment")) {
            describe(node.putObject("attachment"), entry);
        } else {
            say(node, entry);
        }
        return node;
    }

    /** Here the size is a number, unlike anywhere else. */
    private static void describe(ObjectNode node, Row file) {
        long size = Long.parseLong(file.get("size_bytes"));
        node.put("path", file.id() + ".iix");
        node.put("sys_id", file.id());
        node.put("size_bytes", size);
        node.put("content_type", file.get("content_type"));
        node.put("size", size / 1024 + " KB");
        node.put("file_name", file.get("file_name"));
        node.put("state", file.get("state"));
    }

    private static void say(ObjectNode node, Row entry) {
        Matcher code = CODE.matcher(entry.get("value"));
        node.put("contains_code", String.valueOf(code.find()));
        node.put("field_label", entry.get("element").equals("comments") ? "Additional comments" : "Work notes");
        node.put(
                "value",
                code.reset()
                        .replaceAll(inside ->
                                Matcher.quoteReplacement(inside.group(1).replaceAll("<[^>]*>", ""))));
    }

    private static void field(ArrayNode fields, String name, String label) {
        fields.addObject()
                .put("can_read", "true")
                .put("color", "transparent")
                .put("can_write", "true")
                .put("name", name)
                .put("label", label);
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!word.isEmpty() && initials.length() < 2) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }
}
