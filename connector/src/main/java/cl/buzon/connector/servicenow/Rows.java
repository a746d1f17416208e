package cl.buzon.connector.servicenow;

import java.util.List;

/**
 * A page of rows.
 *
 * @param more whether further rows follow; a page may be short or even empty for what we are not shown
 * @param total how many there are in all, with those that we are not shown; negative when nobody tells
 */
record Rows(List<Row> rows, boolean more, long total) {

    Rows {
        rows = List.copyOf(rows);
    }
}
