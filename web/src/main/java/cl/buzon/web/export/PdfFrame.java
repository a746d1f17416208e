package cl.buzon.web.export;

import cl.buzon.web.i18n.Formats;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.util.List;
import java.util.Locale;

/**
 * What stands around the table on paper. The figures at the top and the number of pages are known only when the last row
 * has gone by: their places are kept free and filled at the end.
 */
final class PdfFrame {

    static final float WIDTH = 841.9f;
    static final float HEIGHT = 595.3f;

    private static final Locale CHILE = Locale.forLanguageTag("es-CL");
    private static final float EDGE = 8.5f;
    private static final float STRIPE = 12.7f;
    private static final float STRIPES = 21.2f;
    private static final float MARK = 25.5f;
    private static final float NOTE_WIDTH = 420;
    private static final float NOTE_LEADING = 12.5f;
    private static final int FILTER_LINES = 4;
    private static final float FIGURES_HEIGHT = 30;
    private static final float FOOT = 43.7f;
    private static final float PAGES_WIDTH = 40;

    private final PdfType type;
    private final ReportTexts texts;
    private final ReportColors colors;
    private final PdfTemplate edge;
    private final PdfTemplate figures;
    private final PdfTemplate pages;

    PdfFrame(PdfContentByte canvas, PdfType type, ReportTexts texts) {
        this.type = type;
        this.texts = texts;
        this.colors = texts.heading().colors();
        edge = canvas.createTemplate(WIDTH, EDGE);
        figures = canvas.createTemplate(PdfTable.RIGHT - PdfTable.LEFT, FIGURES_HEIGHT);
        pages = canvas.createTemplate(PAGES_WIDTH, NOTE_LEADING);
        drawEdge();
    }

    /** @return where the table begins */
    float open(Pen pen, int page) {
        pen.canvas().addTemplate(edge, 0, HEIGHT - EDGE);
        foot(pen, page);
        return page == 1 ? openFirst(pen) : openNext(pen);
    }

    /** Fills in what only the end knows. */
    void complete(ReportTally tally, int lastPage) {
        Pen pen = new Pen(figures);
        figure(pen, 0, "figure.cases", count(tally.cases()));
        figure(pen, 1, "figure.open", count(tally.open()));
        figure(pen, 2, "figure.owed", Formats.money(tally.owed()));
        figure(pen, 3, "figure.paid", Formats.money(tally.paid()));
        new Pen(pages).text(type.small(), 0, 3, Integer.toString(lastPage));
    }

    private float openFirst(Pen pen) {
        ReportHeading heading = texts.heading();
        float brand = PdfTable.LEFT;
        if (heading.ownMark()) {
            new PdfMark(pen, colors.brand()).draw(PdfTable.LEFT, HEIGHT - 31.5f - MARK, MARK);
            brand += MARK + 8.5f;
        }
        pen.text(type.brand(), brand, HEIGHT - 42.2f, type.brand().fit(heading.portal(), 280));
        pen.text(type.small(), brand, HEIGHT - 53, type.small().fit(heading.operator(), 280));
        notes(pen, heading);
        pen.text(type.title(), PdfTable.LEFT, HEIGHT - 91, type.title().fit(texts.get("title"), NOTE_WIDTH));
        float width = PdfTable.RIGHT - PdfTable.LEFT;
        pen.text(type.subtitle(), PdfTable.LEFT, HEIGHT - 109, type.subtitle().fit(heading.company(), width));
        pen.canvas().addTemplate(figures, PdfTable.LEFT, HEIGHT - 126.8f - FIGURES_HEIGHT);
        return HEIGHT - 168;
    }

    private float openNext(Pen pen) {
        float width = (PdfTable.RIGHT - PdfTable.LEFT) / 2;
        String company =
                type.note().fit(texts.get("title") + " · " + texts.heading().company(), width);
        String brand = type.note()
                .fit(texts.heading().portal() + " · " + texts.heading().operator(), width);
        pen.text(type.note(), PdfTable.LEFT, HEIGHT - 32, company);
        pen.textTo(type.note(), PdfTable.RIGHT, HEIGHT - 32, brand);
        return HEIGHT - 38;
    }

    private void notes(Pen pen, ReportHeading heading) {
        float y = HEIGHT - 39.7f;
        String day = Formats.date(heading.issuedAt());
        y = note(pen, y, texts.get("issued", day, Formats.time(heading.issuedAt())));
        y = note(pen, y, texts.get("issued.by", heading.person()));
        List<String> filter = heading.filter();
        for (String line : filter.subList(0, Math.min(filter.size(), FILTER_LINES))) {
            y = note(pen, y, line);
        }
    }

    private float note(Pen pen, float y, String text) {
        pen.textTo(type.note(), PdfTable.RIGHT, y, type.note().fit(text, NOTE_WIDTH));
        return y - NOTE_LEADING;
    }

    private static String count(long cases) {
        return String.format(CHILE, "%,d", cases);
    }

    private void figure(Pen pen, int place, String label, String value) {
        float x = place * 193.4f;
        pen.box(x, 0, 2.3f, FIGURES_HEIGHT, colors.brand());
        pen.text(type.small(), x + 10.8f, 20.6f, texts.get(label));
        pen.text(type.figure().narrowedTo(value, 170), x + 10.8f, 5, value);
    }

    /** The number of pages begins where two digits would end at the margin. */
    private void foot(Pen pen, int page) {
        pen.box(PdfTable.LEFT, FOOT, PdfTable.RIGHT - PdfTable.LEFT, 0.57f, Paint.LINE);
        pen.text(type.small(), PdfTable.LEFT, FOOT - 14, texts.get("note"));
        String before = type.small().printable(texts.get("page", Integer.toString(page), "")) + " ";
        float x = PdfTable.RIGHT - type.small().width("00");
        pen.textTo(type.small(), x, FOOT - 14, before);
        pen.canvas().addTemplate(pages, x, FOOT - 17);
    }

    private void drawEdge() {
        Pen pen = new Pen(edge);
        int count = (int) (WIDTH / STRIPES) + 2;
        for (int i = -1; i < count; i++) {
            pen.stripe(i * STRIPES, 0, STRIPE, EDGE, i % 2 == 0 ? colors.brand() : colors.stamp());
        }
    }
}
