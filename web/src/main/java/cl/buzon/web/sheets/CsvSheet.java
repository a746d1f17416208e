package cl.buzon.web.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A sheet of claims as CSV that a Chilean Excel opens with a double click: UTF-8 with a byte order mark, semicolons. */
final class CsvSheet {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;

    /** @param ours headings of further columns */
    CsvSheet(OutputStream out, Locale language, List<String> ours) throws IOException {
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
        write(Stream.concat(Stream.of(SheetColumn.values()).map(column -> column.heading(language)), ours.stream())
                .toList());
    }

    void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::on).toList());
    }

    void finish() throws IOException {
        csv.flush();
    }
}
