package cl.buzon.web.export;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseRow;
import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.util.GregorianCalendar;

/**
 * The report on paper, A4 landscape. A page leaves memory when the next one begins. Everything is drawn as text: nothing
 * here reads HTML, an address or a file that a case could name.
 */
final class PdfReport implements ReportWriter {

    private static final float BOTTOM = 46;

    private final Document document = new Document(new Rectangle(PdfFrame.WIDTH, PdfFrame.HEIGHT), 0, 0, 0, 0);
    private final PdfType type = new PdfType();
    private final ReportTally tally = new ReportTally();
    private final ReportTexts texts;
    private final PdfTable table;
    private final PdfFrame frame;
    private final Pen pen;
    private int page;
    private long amountsBefore;
    private float y;

    PdfReport(OutputStream out, ReportTexts texts) {
        this.texts = texts;
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.open();
        describe(writer);
        pen = new Pen(writer.getDirectContent());
        table = new PdfTable(type, texts);
        frame = new PdfFrame(pen.canvas(), type, texts);
        openPage();
    }

    @Override
    public void accept(CaseRow row) {
        PdfTable.Line line = table.set(row);
        if (y - line.height() < BOTTOM + 2 * PdfTable.LINE) {
            subtotal();
            document.newPage();
            openPage();
        }
        tally.add(row);
        table.draw(pen, line, y, tally.cases() % 2 == 0);
        y -= line.height();
    }

    @Override
    public void finish() {
        if (tally.cases() == 0) {
            table.remark(pen, texts.get("empty"), y);
        } else {
            subtotal();
            table.total(pen, texts.get("total"), tally.amounts(), y);
        }
        frame.complete(tally, page);
        document.close();
    }

    @Override
    public void close() {}

    private void openPage() {
        page++;
        amountsBefore = tally.amounts();
        float top = frame.open(pen, page);
        table.head(pen, top);
        y = top - PdfTable.LINE;
    }

    private void subtotal() {
        table.total(pen, texts.get("subtotal"), tally.amounts() - amountsBefore, y);
        y -= PdfTable.LINE;
    }

    private void describe(PdfWriter writer) {
        ReportHeading heading = texts.heading();
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.TITLE, text(texts.get("title") + " · " + heading.company()));
        info.put(PdfName.SUBJECT, text(String.join(" · ", heading.filter())));
        info.put(PdfName.AUTHOR, text(heading.person()));
        info.put(PdfName.CREATOR, text(heading.portal()));
        PdfDate issued = new PdfDate(GregorianCalendar.from(heading.issuedAt().atZone(BusinessClock.SANTIAGO)));
        info.put(PdfName.CREATIONDATE, issued);
        info.put(PdfName.MODDATE, issued);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(texts.tag()));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
    }

    private static PdfString text(String value) {
        return new PdfString(CellText.clean(value), PdfObject.TEXT_UNICODE);
    }
}
