package cl.buzon.web.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.BulkView;
import cl.buzon.desk.CategoryView;
import cl.buzon.shared.LocalText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetTemplateTest {

    private static final List<CategoryView> CATEGORIES = List.of(new CategoryView(
            "LOSS", new LocalText("Se perdió", "Got lost"), new LocalText("", ""), "package", true, true, List.of()));

    /** It is read, and says itself that there is nothing in it yet. */
    @ParameterizedTest
    @EnumSource(BulkView.Format.class)
    void theTemplateIsAFileThatWeRead(BulkView.Format format) throws IOException {
        for (Locale language : SheetWords.LANGUAGES) {
            SheetTemplate template = new SheetTemplate(format, CATEGORIES, language);

            assertThat(Sheets.refusal(template.fileName(), write(template))).containsExactly("SHEET_NO_ROWS");
        }
    }

    @Test
    void theWorkbookHasTheSituationsToChooseFrom() throws IOException {
        byte[] file = write(new SheetTemplate(BulkView.Format.XLSX, CATEGORIES, Sheets.CHILE));

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheet("Situaciones").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("Se perdió");
            assertThat(book.getSheetAt(0).getDataValidations()).hasSize(1);
        }
    }

    @Test
    void englishIsComplete() {
        ResourceBundle english = ResourceBundle.getBundle("cl.buzon.web.sheets.sheets", Locale.ENGLISH);
        ResourceBundle spanish = ResourceBundle.getBundle("cl.buzon.web.sheets.sheets", Sheets.CHILE);

        assertThat(english.keySet()).isEqualTo(spanish.keySet());
        assertThat(english.keySet()).noneMatch(key -> english.getString(key).equals(spanish.getString(key)));
    }

    private static byte[] write(SheetTemplate template) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        template.write(out);
        return out.toByteArray();
    }
}
