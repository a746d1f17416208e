package cl.buzon.sandbox.instance;

import java.util.Map;

/**
 * One row as it was at one moment.
 *
 * @param table the table that it was inserted into, which may extend the one that is asked
 * @param sequence the order in which rows came, which the instance keeps to itself
 */
public record Row(String table, long sequence, Map<String, String> values) {

    public Row {
        values = Map.copyOf(values);
    }

    /** The value of a column, empty when there is none. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    public String id() {
        return get("sys_id");
    }
}
