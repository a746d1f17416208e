package cl.buzon.web.sheets;

import cl.buzon.web.export.CellText;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a workbook of claims look: all of them texts, so that no number loses its digits. */
final class SheetStyles {

    private static final int CHARACTER = 256;
    private static final int OURS_WIDTH = 60;

    private final CellStyle heading;
    private final CellStyle text;
    private final CellStyle guarded;

    SheetStyles(Workbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        heading = book.createCellStyle();
        heading.setFont(bold);
        text = text(book);
        guarded = text(book);
        guarded.setQuotePrefixed(true);
    }

    private static CellStyle text(Workbook book) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        return style;
    }

    /** @param ours headings of further columns */
    void head(Sheet sheet, Locale language, List<String> ours) {
        int column = 0;
        Row row = sheet.createRow(0);
        for (SheetColumn one : SheetColumn.values()) {
            sheet.setColumnWidth(column, one.width() * CHARACTER);
            sheet.setDefaultColumnStyle(column, text);
            headed(row, column++, one.heading(language));
        }
        for (String one : ours) {
            sheet.setColumnWidth(column, OURS_WIDTH * CHARACTER);
            headed(row, column++, one);
        }
        sheet.createFreezePane(0, 1);
    }

    void heading(Row row, List<String> words) {
        for (int column = 0; column < words.size(); column++) {
            headed(row, column, words.get(column));
        }
    }

    /** A text cell never computes; the quote prefix keeps it so when somebody edits it or sends it on as CSV. */
    void text(Row row, int column, String value) {
        int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        String clean = CellText.clean(value.length() > most ? value.substring(0, most) : value);
        Cell cell = row.createCell(column);
        cell.setCellStyle(CellText.looksComputed(clean) ? guarded : text);
        cell.setCellValue(clean);
    }

    private void headed(Row row, int column, String words) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(heading);
        cell.setCellValue(words);
    }
}
