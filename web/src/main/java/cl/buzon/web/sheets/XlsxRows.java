package cl.buzon.web.sheets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The rows of a sheet while it is read. Of a formula only its last value counts, which the file has; nothing is computed.
 * Numbers come as they are stored, since what a format shows of them may be rounded.
 */
final class XlsxRows extends DefaultHandler {

    private final SharedStrings strings;
    private final XlsxDates dates;
    private final Consumer<CellRow> rows;

    private final StringBuilder value = new StringBuilder();
    private Map<Integer, String> cells = new HashMap<>();
    private Set<Integer> broken = new HashSet<>();
    private int row;
    private int column;
    private int style;
    private String type = "n";
    private boolean inValue;
    private boolean inPhonetics;

    XlsxRows(SharedStrings strings, XlsxDates dates, Consumer<CellRow> rows) {
        this.strings = strings;
        this.dates = dates;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "v", "t" -> inValue = !inPhonetics;
            case "rPh" -> inPhonetics = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inValue) {
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "row" -> rows.accept(new CellRow(row, cells, broken));
            case "c" -> endCell();
            case "v", "t" -> inValue = false;
            case "rPh" -> inPhonetics = false;
            default -> {}
        }
    }

    private void startRow(@Nullable String number) {
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        cells = new HashMap<>();
        broken = new HashSet<>();
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        String styled = attributes.getValue("s");
        style = styled == null ? 0 : Integer.parseInt(styled);
        String typed = attributes.getValue("t");
        type = typed == null ? "n" : typed;
        value.setLength(0);
    }

    private void endCell() {
        if (type.equals("e")) {
            broken.add(column);
            return;
        }
        String cell = Cell.kept(text(value.toString()));
        if (!cell.isEmpty()) {
            cells.put(column, cell);
        }
    }

    private String text(String stored) {
        if (stored.isBlank()) {
            return "";
        }
        if (type.equals("s")) {
            return strings.getItemAt(Integer.parseInt(stored.strip())).getString();
        }
        if (!type.equals("n")) {
            return stored;
        }
        String date = dates.shown(style, stored.strip());
        return date == null ? Cell.number(stored.strip()) : date;
    }
}
