package cl.buzon.web.sheets;

import cl.buzon.desk.BulkView;
import cl.buzon.desk.CategoryView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An empty sheet to fill in: with the situations to choose from where the kind of file can hold them. */
public record SheetTemplate(BulkView.Format format, List<CategoryView> categories, Locale language) {

    private static final int LAST_ROW = 5_000;
    private static final int CODE_WIDTH = 24;
    private static final int NAME_WIDTH = 40;
    private static final int CHARACTER = 256;

    public SheetTemplate {
        categories = List.copyOf(categories);
    }

    public String fileName() {
        return words().get("template") + "." + format.name().toLowerCase(Locale.ROOT);
    }

    public void write(OutputStream out) throws IOException {
        if (format == BulkView.Format.CSV) {
            new CsvSheet(out, language, List.of()).finish();
        } else {
            writeWorkbook(out);
        }
    }

    private void writeWorkbook(OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            SheetStyles styles = new SheetStyles(book);
            Sheet claims = book.createSheet(words().get("sheet"));
            styles.head(claims, language, List.of());
            Sheet situations = book.createSheet(words().get("situations"));
            fill(situations, styles);
            offer(claims, situations.getSheetName());
            book.write(out);
        }
    }

    private void fill(Sheet situations, SheetStyles styles) {
        situations.setColumnWidth(0, CODE_WIDTH * CHARACTER);
        situations.setColumnWidth(1, NAME_WIDTH * CHARACTER);
        styles.heading(situations.createRow(0), List.of(words().get("code"), words().get("name")));
        for (CategoryView category : categories) {
            Row row = situations.createRow(situations.getLastRowNum() + 1);
            styles.text(row, 0, category.code());
            styles.text(row, 1, category.name().in(language));
        }
    }

    /** A list that opens in the cell; what is typed otherwise is judged when it comes. */
    private void offer(Sheet claims, String situations) {
        DataValidationHelper helper = claims.getDataValidationHelper();
        String names = "'" + situations + "'!$B$2:$B$" + (categories.size() + 1);
        int column = List.of(SheetColumn.values()).indexOf(SheetColumn.CATEGORY);
        DataValidation list = helper.createValidation(
                helper.createFormulaListConstraint(names), new CellRangeAddressList(1, LAST_ROW, column, column));
        list.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        list.setSuppressDropDownArrow(true);
        claims.addValidationData(list);
    }

    private SheetWords words() {
        return SheetWords.in(language);
    }
}
