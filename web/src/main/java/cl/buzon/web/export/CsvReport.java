package cl.buzon.web.export;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.Clp;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The report as CSV: what a Chilean Excel opens with a double click (UTF-8 with a byte order mark, semicolons), and
 * what another system reads. Amounts are therefore bare integers, without sign or separators.
 */
final class CsvReport implements ReportWriter {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm").withZone(BusinessClock.SANTIAGO);

    private final ReportTexts texts;
    private final CsvWriter csv;

    CsvReport(OutputStream out, ReportTexts texts) throws IOException {
        this.texts = texts;
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
        write(column -> column.heading(texts));
    }

    @Override
    public void accept(CaseRow row) {
        write(column -> column.value(row, texts));
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }

    @Override
    public void close() {}

    private void write(Function<ReportColumn, @Nullable Object> cell) {
        csv.writeRecord(Arrays.stream(ReportColumn.values())
                .map(cell)
                .map(CsvReport::field)
                .toArray(String[]::new));
    }

    private static String field(@Nullable Object value) {
        if (value instanceof Instant at) {
            return TIME.format(at);
        }
        if (value instanceof Clp amount) {
            return Long.toString(amount.amount());
        }
        return value instanceof String text ? guarded(text) : "";
    }

    /** Judged before and after cleaning: what is dropped may have hidden a formula, or have been one's beginning. */
    private static String guarded(String text) {
        String clean = CellText.clean(text);
        return CellText.looksComputed(text) || CellText.looksComputed(clean) ? "'" + clean : clean;
    }
}
