package cl.buzon.web.sheets;

import cl.buzon.desk.BulkRowView;
import cl.buzon.desk.BulkView;
import cl.buzon.shared.Fault;
import cl.buzon.web.export.PrivateTempFiles;
import cl.buzon.web.i18n.FaultTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The bad rows of a file as such a file again, each with its old row and what to correct; mended it can be sent as it is. */
public record RejectedRows(BulkView of, Locale language) {

    private static final int IN_MEMORY = 100;

    static {
        PrivateTempFiles.use();
    }

    /** Gives rows one by one. */
    public interface Source {
        void each(Consumer<BulkRowView> row);
    }

    public String fileName() {
        String name = of.name().replaceFirst("\\.[A-Za-z]{3,4}$", "");
        return words().format("rejected", name) + "." + of.format().name().toLowerCase(Locale.ROOT);
    }

    public void write(OutputStream out, Source rows) throws IOException {
        if (of.format() == BulkView.Format.CSV) {
            CsvSheet csv = new CsvSheet(out, language, ours());
            rows.each(row -> csv.write(cells(row)));
            csv.finish();
        } else {
            writeWorkbook(out, rows);
        }
    }

    private void writeWorkbook(OutputStream out, Source rows) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, IN_MEMORY, true, false)) {
            SheetStyles styles = new SheetStyles(book);
            SXSSFSheet sheet = book.createSheet(words().get("sheet"));
            styles.head(sheet, language, ours());
            rows.each(row -> {
                Row written = sheet.createRow(sheet.getLastRowNum() + 1);
                List<String> cells = cells(row);
                for (int column = 0; column < cells.size(); column++) {
                    styles.text(written, column, cells.get(column));
                }
            });
            book.write(out);
        }
    }

    private List<String> ours() {
        return List.of(words().get("row"), words().get("mend"));
    }

    private List<String> cells(BulkRowView row) {
        return Stream.concat(
                        Stream.of(SheetColumn.values()).map(column -> column.text(row.text())),
                        Stream.of(Integer.toString(row.number()), mend(row.faults())))
                .toList();
    }

    private String mend(List<Fault> faults) {
        return faults.stream().map(this::mend).collect(Collectors.joining(" "));
    }

    private String mend(Fault fault) {
        String text = FaultTexts.of(fault, language);
        return SheetColumn.of(fault.field())
                .map(column -> column.heading(language) + ": " + text)
                .orElse(text);
    }

    private SheetWords words() {
        return SheetWords.in(language);
    }
}
