package cl.buzon.systems;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A report that was saved, opened with what people open such files with. */
public record ReportFile(String name, Path saved) {

    /** Line by line, the cells of a line parted by tabs; a PDF as it is read from top to bottom. */
    public List<String> lines() {
        try {
            return switch (name.replaceFirst(".*\\.", "")) {
                case "pdf" -> pdf();
                case "xlsx" -> workbook();
                case "csv" -> csv();
                default -> throw new AssertionError("Nobody can open " + name);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines in which the words stand. */
    public List<String> linesWith(String words) {
        return lines().stream().filter(line -> line.contains(words)).toList();
    }

    private List<String> pdf() throws IOException {
        List<String> lines = new ArrayList<>();
        try (PdfReader reader = new PdfReader(Files.newInputStream(saved))) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                lines.addAll(extractor.getTextFromPage(page).lines().toList());
            }
        }
        return lines;
    }

    private List<String> workbook() throws IOException {
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(saved))) {
            return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                    .map(ReportFile::cells)
                    .toList();
        }
    }

    private static String cells(Row row) {
        DataFormatter format = new DataFormatter();
        return StreamSupport.stream(row.spliterator(), false)
                .map(format::formatCellValue)
                .collect(Collectors.joining("\t"));
    }

    private List<String> csv() throws IOException {
        String text = Files.readString(saved).replaceFirst("^\uFEFF", "");
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(text)) {
            return reader.stream()
                    .map(line -> String.join("\t", line.getFields()))
                    .toList();
        }
    }
}
