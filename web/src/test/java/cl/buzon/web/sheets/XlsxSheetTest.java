package cl.buzon.web.sheets;

import static cl.buzon.web.sheets.Sheets.cells;
import static cl.buzon.web.sheets.Sheets.texts;
import static cl.buzon.web.sheets.Sheets.workbook;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.BulkRowText;
import cl.buzon.desk.BulkView;
import cl.buzon.desk.NewBulk;
import cl.buzon.shared.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

class XlsxSheetTest {

    private static final List<String> CLAIM =
            List.of("Se perdió", "RR123456785CL", "No llega", "Sin novedades", "45000", "");

    @Test
    void rowsKeepTheNumbersThatThePersonSees() {
        NewBulk read = Sheets.read("casos.xlsx", workbook(sheet -> {
            cells(sheet.createRow(1), CLAIM);
            sheet.createRow(2);
            cells(sheet.createRow(3), List.of("  ", "", " "));
            cells(sheet.createRow(4), CLAIM);
        }));

        assertThat(read.format()).isEqualTo(BulkView.Format.XLSX);
        assertThat(read.rows()).extracting(NewBulk.Row::number).containsExactly(2, 5);
        assertThat(read.rows().get(0).text())
                .isEqualTo(new BulkRowText("Se perdió", "RR123456785CL", "No llega", "Sin novedades", "45000", ""));
    }

    @Test
    void aFormulaCountsByItsLastValue() {
        byte[] file = workbook(sheet -> {
            XSSFRow row = sheet.createRow(1);
            cells(row, CLAIM);
            row.getCell(2).setCellFormula("CONCATENATE(\"No\",\" llega\")");
            row.getCell(4).setCellFormula("20000+25000");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(texts("casos.xlsx", file))
                .containsExactly(
                        new BulkRowText("Se perdió", "RR123456785CL", "No llega", "Sin novedades", "45000", ""));
    }

    @Test
    void aFormulaWithoutAValueIsAFaultOfItsCell() {
        NewBulk read = Sheets.read("casos.xlsx", workbook(sheet -> {
            XSSFRow row = sheet.createRow(1);
            cells(row, CLAIM);
            row.getCell(3).setCellErrorValue(FormulaError.NA);
        }));

        assertThat(read.rows().get(0).unread()).containsExactly(Fault.of("description", "CELL_BROKEN"));
    }

    @Test
    void numbersComeWithAllTheirDigitsAndDatesAsTheyAreShown() {
        byte[] file = workbook(sheet -> {
            XSSFRow row = sheet.createRow(1);
            cells(row, CLAIM);
            row.getCell(1).setCellValue(123456789012345.0);
            row.getCell(4).setCellValue(1250000.0);
            row.getCell(3).setCellValue(LocalDate.of(2026, 11, 23));
            row.getCell(3).setCellStyle(format(sheet, "d/m/yy"));
            row.getCell(2).setCellValue(true);
        });

        assertThat(texts("casos.xlsx", file))
                .containsExactly(new BulkRowText("Se perdió", "123456789012345", "1", "23-11-2026", "1250000", ""));
    }

    @Test
    void mergedCellsShiftNothing() {
        byte[] file = workbook(sheet -> {
            cells(sheet.createRow(1), CLAIM);
            cells(sheet.createRow(2), List.of("", "RR123456785CL", "Otro", "Sin novedades"));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        });

        assertThat(texts("casos.xlsx", file)).extracting(BulkRowText::category).containsExactly("Se perdió", "");
        assertThat(texts("casos.xlsx", file)).extracting(BulkRowText::subject).containsExactly("No llega", "Otro");
    }

    @Test
    void columnsStandInAnyOrderAndLanguage() {
        byte[] file = Sheets.anyWorkbook(sheet -> {
            cells(sheet.createRow(0), List.of("DESCRIPTION", "asunto ", "Numero de envio", "category"));
            cells(sheet.createRow(1), List.of("Sin novedades", "No llega", "RR123456785CL", "LOSS"));
        });

        assertThat(texts("casos.xlsx", file))
                .containsExactly(new BulkRowText("LOSS", "RR123456785CL", "No llega", "Sin novedades", "", ""));
    }

    @Test
    void unknownMissingAndDoubledColumnsAreAllSaid() {
        byte[] file = Sheets.anyWorkbook(sheet -> {
            cells(sheet.createRow(0), List.of("Situación", "Asunto", "Asunto", "Peso", "Número de envío"));
            cells(sheet.createRow(1), CLAIM);
        });

        assertThat(Sheets.refusal("casos.xlsx", file))
                .containsExactly("SHEET_COLUMN_TWICE", "SHEET_COLUMN_UNKNOWN", "SHEET_COLUMN_MISSING");
    }

    @Test
    void theFiveThousandthRowIsTheLast() {
        assertThat(Sheets.read("casos.xlsx", rows(5_000)).rows()).hasSize(5_000);
        assertThat(Sheets.refusal("casos.xlsx", rows(5_001))).containsExactly("SHEET_TOO_MANY_ROWS");
    }

    @Test
    void onlyHeadingsAreNoRows() {
        assertThat(Sheets.refusal("casos.xlsx", workbook(sheet -> {}))).containsExactly("SHEET_NO_ROWS");
    }

    @Test
    void aBombIsNotUnpacked() {
        assertThat(Sheets.refusal("casos.xlsx", bomb("xl/worksheets/sheet1.xml")))
                .containsExactly("SHEET_UNREADABLE");
        assertThat(Sheets.refusal("casos.xlsx", bomb("xl/styles.xml"))).containsExactly("SHEET_UNREADABLE");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThat(Sheets.refusal("casos.xlsx", "Situación;Asunto".getBytes(UTF_8)))
                .containsExactly("SHEET_UNREADABLE");
        assertThat(Sheets.refusal("casos.csv", workbook(sheet -> {}))).containsExactly("SHEET_TYPE");
        assertThat(Sheets.refusal("casos.xls", new byte[] {(byte) 0xD0, (byte) 0xCF}))
                .containsExactly("SHEET_TYPE");
        assertThat(Sheets.refusal("casos.xlsx", new byte[0])).containsExactly("FILE_EMPTY");
        assertThat(Sheets.refusal("casos.csv", new byte[(10 << 20) + 1])).containsExactly("FILE_SIZE");
    }

    @Test
    void anEntityFromOutsideIsNotFollowed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><Types>&f;</Types>".getBytes(UTF_8));
        }

        assertThat(Sheets.refusal("casos.xlsx", out.toByteArray())).containsExactly("SHEET_UNREADABLE");
    }

    private static byte[] rows(int many) {
        return workbook(sheet -> {
            for (int row = 1; row <= many; row++) {
                cells(sheet.createRow(row), CLAIM);
            }
        });
    }

    private static byte[] bomb(String part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            byte[] mega = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(mega);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static CellStyle format(XSSFSheet sheet, String pattern) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(pattern));
        return style;
    }
}
