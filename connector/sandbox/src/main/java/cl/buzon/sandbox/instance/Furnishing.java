package cl.buzon.sandbox.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an instance has in it before anybody has worked there: people, companies, choices, its own dictionary. */
final class Furnishing {

    private static final String SINCE = "2026-01-05 12:00:00";

    private final Schema schema;
    private final List<Row> rows = new ArrayList<>();

    private Furnishing(Schema schema) {
        this.schema = schema;
    }

    static List<Row> of(Schema schema) {
        Furnishing furnishing = new Furnishing(schema);
        furnishing.people();
        furnishing.choices();
        furnishing.dictionary();
        return furnishing.rows;
    }

    private void people() {
        try {
            new ObjectMapper()
                    .readValue(
                            Texts.whole("people.json"), new TypeReference<Map<String, List<Map<String, String>>>>() {})
                    .forEach((table, all) -> all.forEach(values -> add(table, values)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void choices() {
        int sequence = 0;
        for (String line : Texts.lines("choices.txt")) {
            String[] parts = line.split("\\|", -1);
            sequence++;
            addChoice(parts, "en", parts[3], sequence);
            addChoice(parts, "es", parts[4], sequence);
        }
    }

    private void addChoice(String[] parts, String language, String label, int sequence) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", parts[0]);
        values.put("element", parts[1]);
        values.put("value", parts[2]);
        values.put("label", label);
        values.put("language", language);
        values.put("sequence", String.valueOf(sequence));
        add("sys_choice", values);
    }

    /** An inherited column stands with the table that it comes from. */
    private void dictionary() {
        for (TableType table : schema.tables()) {
            add("sys_db_object", Map.of("name", table.name(), "label", table.label(), "super_class", table.parent()));
            Map<String, Column> inherited =
                    schema.table(table.parent()).map(TableType::columns).orElse(Map.of());
            table.columns().values().stream()
                    .filter(column -> !inherited.containsKey(column.name()))
                    .forEach(column -> addColumn(table, column));
        }
    }

    private void addColumn(TableType table, Column column) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", table.name());
        values.put("element", column.name());
        values.put("column_label", column.label());
        values.put("internal_type", column.internalType());
        values.put("max_length", String.valueOf(column.length()));
        values.put("reference", column.reference());
        add("sys_dictionary", values);
    }

    private void add(String table, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        schema.known(table).columns().values().forEach(column -> values.put(column.name(), column.preset()));
        values.putAll(given);
        values.put("sys_created_on", SINCE);
        values.put("sys_updated_on", SINCE);
        values.put("sys_created_by", "admin");
        values.put("sys_updated_by", "admin");
        values.put("sys_mod_count", "0");
        if (values.containsKey("sys_class_name")) {
            values.put("sys_class_name", table);
        }
        values.computeIfPresent("sys_id", (name, id) -> id.isEmpty() ? idOf(table, given) : id);
        rows.add(new Row(table, rows.size(), values));
    }

    private static String idOf(String table, Map<String, String> given) {
        byte[] name = (table + given).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}
