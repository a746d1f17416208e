package cl.buzon.web.sheets;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which styles of a workbook show numbers as dates; reads its part of styles. */
final class XlsxDates extends DefaultHandler {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean inCellStyles;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "numFmt" -> formats.put(number(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    styles.add(number(attributes.getValue("numFmtId")));
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    /** A number as the style shows it, if that is a date. */
    @Nullable
    String shown(int style, String stored) {
        if (style < 0 || style >= styles.size()) {
            return null;
        }
        int format = styles.get(style);
        if (!DateUtil.isADateFormat(format, formats.get(format))) {
            return null;
        }
        double serial = Double.parseDouble(stored);
        if (!DateUtil.isValidExcelDate(serial)) {
            return null;
        }
        LocalDateTime at = DateUtil.getLocalDateTime(serial);
        return (serial == Math.rint(serial) ? DAY : TIME).format(at);
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
