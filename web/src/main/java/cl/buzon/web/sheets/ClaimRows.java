package cl.buzon.web.sheets;

import cl.buzon.desk.BulkDesk;
import cl.buzon.desk.BulkRowText;
import cl.buzon.desk.NewBulk;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers claims from the rows of a file: the first that is not blank has the headings, blank ones are left out. */
final class ClaimRows implements Consumer<CellRow> {

    private final Locale language;
    private final List<NewBulk.Row> rows = new ArrayList<>();
    private @Nullable Headings headings;

    ClaimRows(Locale language) {
        this.language = language;
    }

    /** @throws Refusal.InvalidInput on {@code file}: as {@link Headings#of}, or SHEET_TOO_MANY_ROWS */
    @Override
    public void accept(CellRow row) {
        if (row.isBlank()) {
            return;
        }
        if (headings == null) {
            headings = Headings.of(row, language);
        } else {
            add(headings, row);
        }
    }

    List<NewBulk.Row> rows() {
        return rows;
    }

    private void add(Headings head, CellRow row) {
        List<Fault> unread = head.unread(row);
        BulkRowText text = new BulkRowText(
                head.text(SheetColumn.CATEGORY, row),
                head.text(SheetColumn.TRACKING_NUMBER, row),
                head.text(SheetColumn.SUBJECT, row),
                head.text(SheetColumn.DESCRIPTION, row),
                head.text(SheetColumn.CLAIMED_AMOUNT, row),
                head.text(SheetColumn.RELATED_TO, row));
        boolean nothing = unread.isEmpty() && text.equals(new BulkRowText("", "", "", "", "", ""));
        if (!nothing) {
            if (rows.size() == BulkDesk.MAX_ROWS) {
                throw new Refusal.InvalidInput(Fault.of("file", "SHEET_TOO_MANY_ROWS", BulkDesk.MAX_ROWS));
            }
            rows.add(new NewBulk.Row(row.number(), text, unread));
        }
    }
}
