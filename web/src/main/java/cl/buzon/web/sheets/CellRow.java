package cl.buzon.web.sheets;

import java.util.Map;
import java.util.Set;

/**
 * A row of cells.
 *
 * @param number as a spreadsheet program counts it, from 1
 * @param cells those that are not blank, by their column from 0
 * @param broken columns of cells whose formula has no value
 */
record CellRow(int number, Map<Integer, String> cells, Set<Integer> broken) {

    boolean isBlank() {
        return cells.isEmpty() && broken.isEmpty();
    }

    String text(int column) {
        return cells.getOrDefault(column, "");
    }
}
