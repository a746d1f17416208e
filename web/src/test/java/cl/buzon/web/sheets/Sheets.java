package cl.buzon.web.sheets;

import cl.buzon.desk.BulkRowText;
import cl.buzon.desk.NewBulk;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files of claims for tests, and what is read of them. */
final class Sheets {

    static final Locale CHILE = Locale.forLanguageTag("es-CL");
    static final List<String> HEADINGS =
            List.of("Situación", "Número de envío", "Asunto", "Descripción", "Valor reclamado", "Caso relacionado");

    private Sheets() {}

    /** A workbook whose first row has the headings of the template. */
    static byte[] workbook(Consumer<XSSFSheet> fill) {
        return anyWorkbook(sheet -> {
            cells(sheet.createRow(0), HEADINGS);
            fill.accept(sheet);
        });
    }

    static byte[] anyWorkbook(Consumer<XSSFSheet> fill) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill.accept(book.createSheet("Casos"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void cells(Row row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            row.createCell(column).setCellValue(texts.get(column));
        }
    }

    static NewBulk read(String name, byte[] file) {
        try {
            return SheetFile.read(name, () -> new ByteArrayInputStream(file), CHILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<BulkRowText> texts(String name, byte[] file) {
        return read(name, file).rows().stream().map(NewBulk.Row::text).toList();
    }

    /** The codes of what is wrong with the file. */
    static List<String> refusal(String name, byte[] file) {
        try {
            read(name, file);
            return List.of();
        } catch (Refusal.InvalidInput refused) {
            return refused.faults().stream().map(Fault::code).toList();
        }
    }
}
