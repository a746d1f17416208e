package cl.buzon.web.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The rows of the first sheet of a workbook, read as a stream. */
final class XlsxCells {

    private XlsxCells() {}

    /** @throws IOException when it is no workbook that we read */
    static void read(Path file, Consumer<CellRow> rows) throws IOException {
        XlsxSize.judge(file);
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(parts);
            XlsxDates dates = new XlsxDates();
            try (InputStream styles = reader.getStylesData()) {
                parse(styles, dates);
            }
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new IOException("no sheet");
            }
            try (InputStream first = sheets.next()) {
                parse(first, new XlsxRows(new ReadOnlySharedStringsTable(parts, false), dates, rows));
            }
        } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw new IOException("no workbook", e);
        }
    }

    private static void parse(InputStream part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.setErrorHandler(handler);
        xml.parse(new InputSource(part));
    }
}
