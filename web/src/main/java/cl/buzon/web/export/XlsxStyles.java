package cl.buzon.web.export;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * How cells look. In a format {@code ,} and {@code -} stand for what the reader's own settings put there, so that
 * amounts read {@code $1.234.567} in Chile.
 */
record XlsxStyles(CellStyle heading, CellStyle text, CellStyle guardedText, CellStyle time, CellStyle amount) {

    XlsxStyles(Workbook book) {
        this(heading(book), format(book, "@"), guardedText(book), format(book, "dd-mm-yyyy hh:mm"), amount(book));
    }

    private static CellStyle heading(Workbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle style = book.createCellStyle();
        style.setFont(bold);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle guardedText(Workbook book) {
        CellStyle style = format(book, "@");
        style.setQuotePrefixed(true);
        return style;
    }

    private static CellStyle amount(Workbook book) {
        return format(book, "\"$\"#,##0");
    }

    private static CellStyle format(Workbook book, String pattern) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        return style;
    }
}
