package cl.buzon.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XlsxReportTest {

    @Test
    void datesAndAmountsAreDataAndNotTexts() throws IOException {
        try (XSSFWorkbook book = open(Samples.heading(Samples.SPANISH), Samples.CASES)) {
            Row paid = book.getSheetAt(0).getRow(4);

            assertThat(DateUtil.isCellDateFormatted(paid.getCell(1))).isTrue();
            assertThat(paid.getCell(1).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 11, 18, 10, 58));
            assertThat(shown(paid.getCell(1))).isEqualTo("18-11-2026 10:58");
            assertThat(paid.getCell(8).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(paid.getCell(8).getNumericCellValue()).isEqualTo(1_018_990);
            assertThat(paid.getCell(8).getCellStyle().getDataFormatString()).isEqualTo("\"$\"#,##0");
        }
    }

    @Test
    void winterTimeIsAnHourBehind() throws IOException {
        try (XSSFWorkbook book = open(Samples.heading(Samples.SPANISH), Samples.CASES)) {
            Cell created = book.getSheetAt(0).getRow(3).getCell(1);

            assertThat(shown(created)).isEqualTo("05-07-2026 11:05");
        }
    }

    @Test
    void whatIsAbsentIsAnEmptyCell() throws IOException {
        try (XSSFWorkbook book = open(Samples.heading(Samples.SPANISH), Samples.CASES)) {
            Row bare = book.getSheetAt(0).getRow(3);

            assertThat(bare.getCell(4)).isNull();
            assertThat(bare.getCell(8)).isNull();
            assertThat(bare.getCell(9)).isNull();
        }
    }

    @Test
    void theHeaderStaysAndFilters() throws IOException {
        try (XSSFWorkbook book = open(Samples.heading(Samples.SPANISH), Samples.CASES)) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat(sheet.getSheetName()).isEqualTo("Casos");
            assertThat(texts(sheet.getRow(0)))
                    .startsWith("Número de caso", "Creado")
                    .endsWith("Solicitante");
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:K5");
            assertThat(sheet.getColumnWidth(5)).isEqualTo(50 * 256);
        }
    }

    @Test
    void rowsThatASheetCannotHoldGoOnInTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportTexts texts = new ReportTexts(Samples.heading(Samples.SPANISH), Samples.words());

        try (XlsxReport report = new XlsxReport(out, texts, 3)) {
            Samples.CASES.forEach(report);
            report.finish();
        }

        try (XSSFWorkbook book = read(out.toByteArray())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3);
            assertThat(book.getSheetAt(1).getSheetName()).isEqualTo("Casos 2");
            assertThat(texts(book.getSheetAt(1).getRow(0))).startsWith("Número de caso");
            assertThat(texts(book.getSheetAt(1).getRow(1))).startsWith("CS0047655");
        }
    }

    @ParameterizedTest
    @MethodSource("cl.buzon.web.export.Payloads#all")
    void everythingFromOutsideIsTextAndNeverAFormula(String payload) throws IOException {
        try (XSSFWorkbook book = open(Samples.headingOf(payload), List.of(Samples.rowOf(payload)))) {
            assertThat(cells(book)).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
            Cell subject = book.getSheetAt(0).getRow(1).getCell(5);
            assertThat(subject.getCellType()).isEqualTo(CellType.STRING);
            assertThat(subject.getStringCellValue()).isEqualToNormalizingNewlines(expected(payload));
            assertThat(subject.getCellStyle().getQuotePrefixed()).isEqualTo(CellText.looksComputed(expected(payload)));
        }
    }

    /** As much as a cell holds of what XML can carry. */
    private static String expected(String payload) {
        return CellText.clean(payload.substring(0, Math.min(payload.length(), 32_767)));
    }

    private static Stream<Cell> cells(XSSFWorkbook book) {
        return StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false));
    }

    private static List<String> texts(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(XlsxReportTest::shown)
                .toList();
    }

    private static String shown(Cell cell) {
        return new DataFormatter(Samples.SPANISH).formatCellValue(cell);
    }

    private static XSSFWorkbook open(ReportHeading heading, List<CaseRow> rows) throws IOException {
        return read(Samples.write(ReportFormat.XLSX, heading, rows));
    }

    private static XSSFWorkbook read(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
