package cl.buzon.web.export;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.Clp;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The report as an Excel workbook. Rows wait in a compressed temporary file, not in memory; texts lie in their cells,
 * because a table of shared ones would grow with them. More rows than a sheet can hold go on in another.
 */
final class XlsxReport implements ReportWriter {

    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    private static final int ROWS_IN_MEMORY = 100;
    private static final List<ReportColumn> COLUMNS = List.of(ReportColumn.values());
    private static final int LAST_COLUMN = COLUMNS.size() - 1;
    private static final int MAX_PROPERTY = 255;
    private static final int CHARACTER = 256;

    static {
        PrivateTempFiles.use();
    }

    private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
    private final XlsxStyles styles = new XlsxStyles(book);
    private final OutputStream out;
    private final ReportTexts texts;
    private final int lastRow;
    private SXSSFSheet sheet;
    private int row;

    XlsxReport(OutputStream out, ReportTexts texts) {
        this(out, texts, LAST_ROW);
    }

    /** @param lastRow the index of the last row that a sheet may have, the header's being 0 */
    XlsxReport(OutputStream out, ReportTexts texts, int lastRow) {
        this.out = out;
        this.texts = texts;
        this.lastRow = lastRow;
        describe(book.getXSSFWorkbook().getProperties().getCoreProperties());
        sheet = startSheet();
    }

    @Override
    public void accept(CaseRow line) {
        if (row == lastRow) {
            endSheet();
            sheet = startSheet();
        }
        SXSSFRow cells = sheet.createRow(++row);
        for (int column = 0; column <= LAST_COLUMN; column++) {
            write(COLUMNS.get(column).value(line, texts), cells, column);
        }
    }

    @Override
    public void finish() throws IOException {
        endSheet();
        book.write(out);
    }

    /** Removes the temporary files too. */
    @Override
    public void close() throws IOException {
        book.close();
    }

    private void describe(CoreProperties properties) {
        properties.setTitle(cut(texts.get("title") + " · " + texts.heading().company(), MAX_PROPERTY));
        properties.setDescription(cut(String.join("\n", texts.heading().filter()), MAX_PROPERTY));
        properties.setCreator(cut(texts.heading().portal(), MAX_PROPERTY));
        properties.setCreated(Optional.of(Date.from(texts.heading().issuedAt())));
    }

    private SXSSFSheet startSheet() {
        int sheets = book.getNumberOfSheets();
        SXSSFSheet started = book.createSheet(texts.get("sheet") + (sheets == 0 ? "" : " " + (sheets + 1)));
        SXSSFRow head = started.createRow(0);
        for (int column = 0; column <= LAST_COLUMN; column++) {
            started.setColumnWidth(column, COLUMNS.get(column).width() * CHARACTER);
            styled(head, column, styles.heading())
                    .setCellValue(COLUMNS.get(column).heading(texts));
        }
        started.createFreezePane(0, 1);
        started.setRepeatingRows(new CellRangeAddress(0, 0, 0, LAST_COLUMN));
        started.getPrintSetup().setLandscape(true);
        row = 0;
        return started;
    }

    private void endSheet() {
        sheet.setAutoFilter(new CellRangeAddress(0, row, 0, LAST_COLUMN));
    }

    private void write(@Nullable Object value, SXSSFRow cells, int column) {
        if (value instanceof Instant at) {
            LocalDateTime time = LocalDateTime.ofInstant(at, BusinessClock.SANTIAGO);
            styled(cells, column, styles.time()).setCellValue(time.truncatedTo(ChronoUnit.SECONDS));
        } else if (value instanceof Clp amount) {
            styled(cells, column, styles.amount()).setCellValue((double) amount.amount());
        } else if (value instanceof String text) {
            write(text, cells, column);
        }
    }

    /** A text cell never computes; the quote prefix keeps it so when somebody edits it or sends it on as CSV. */
    private void write(String text, SXSSFRow cells, int column) {
        String clean = cut(text, SpreadsheetVersion.EXCEL2007.getMaxTextLength());
        CellStyle style = CellText.looksComputed(clean) ? styles.guardedText() : styles.text();
        styled(cells, column, style).setCellValue(clean);
    }

    private static String cut(String text, int length) {
        return CellText.clean(text.substring(0, Math.min(text.length(), length)));
    }

    private static Cell styled(SXSSFRow cells, int column, CellStyle style) {
        Cell cell = cells.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }
}
