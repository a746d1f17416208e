package cl.buzon.connector.servicenow;

import java.util.List;

/**
 * A page of rows.
 *
 * @param more whether further rows follow; a page may be short or even empty for what we are not shown
 */
record Rows(List<Row> rows, boolean more) {

    Rows {
        rows = List.copyOf(rows);
    }
}
