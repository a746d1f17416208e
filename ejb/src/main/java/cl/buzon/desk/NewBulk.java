package cl.buzon.desk;

import cl.buzon.shared.Fault;
import java.util.List;

/**
 * A file of many claims as it was read, right or wrong.
 *
 * @param format which its bad rows go back in
 * @param sha256 of its bytes
 */
public record NewBulk(String name, BulkView.Format format, String sha256, List<Row> rows) {

    public NewBulk {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number as a spreadsheet program counts it, the headings being in row 1
     * @param unread what could not even be read of it
     */
    public record Row(int number, BulkRowText text, List<Fault> unread) {}
}
