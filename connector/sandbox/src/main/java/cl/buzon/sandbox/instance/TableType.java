package cl.buzon.sandbox.instance;

import java.util.Map;
import java.util.Optional;

/**
 * A table and all its columns, inherited ones included.
 *
 * @param parent the table it extends; empty when none
 */
public record TableType(String name, String label, String parent, Map<String, Column> columns) {

    public Optional<Column> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }
}
