package cl.buzon.web.export;

import cl.buzon.shared.CaseRow;
import cl.buzon.shared.Clp;
import cl.buzon.web.i18n.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of the report's table on paper. Measures in points; y is a line's upper edge. */
final class PdfTable {

    static final float LEFT = 39.7f;
    static final float RIGHT = 802.2f;
    static final float LINE = 22.4f;

    private static final float PAD = 5.7f;
    private static final float LEADING = 11.6f;
    private static final float ASCENT = 14.4f;
    private static final float HAIR = 0.57f;
    private static final float CHIP = 12.2f;
    private static final int MAX_LINES = 3;
    private static final String NO_VALUE = "–";

    private enum Column {
        NUMBER(0, 66),
        CREATED(66, 60),
        SUBJECT(126, 224.5f),
        TRACKING(350.5f, 84),
        STATE(434.5f, 99),
        EXECUTIVE(533.5f, 83),
        COMPENSATION(616.5f, 81),
        AMOUNT(697.5f, 65);

        private final float start;
        private final float width;

        Column(float start, float width) {
            this.start = start;
            this.width = width;
        }

        /** Where its text begins. */
        float x() {
            return LEFT + start + PAD;
        }

        float room() {
            return width - 2 * PAD;
        }
    }

    /** A case, set and broken into lines. */
    record Line(
            CaseRow row, List<String> subject, List<String> tracking, List<String> executive, List<String> payment) {

        float height() {
            int lines = Math.max(Math.max(subject.size(), tracking.size()), Math.max(executive.size(), payment.size()));
            return PdfTable.LINE + (lines - 1) * LEADING;
        }
    }

    private final PdfType type;
    private final ReportTexts texts;

    PdfTable(PdfType type, ReportTexts texts) {
        this.type = type;
        this.texts = texts;
    }

    void head(Pen pen, float y) {
        for (Column column : Column.values()) {
            String text = texts.get("paper." + column.name());
            if (column == Column.AMOUNT) {
                pen.textTo(type.head(), RIGHT - PAD, y - ASCENT, text);
            } else {
                pen.text(type.head(), column.x(), y - ASCENT, text);
            }
        }
        pen.box(LEFT, y - LINE, RIGHT - LEFT, 2 * HAIR, texts.heading().colors().brand());
    }

    Line set(CaseRow row) {
        return new Line(
                row,
                wrap(type.body(), row.subject(), Column.SUBJECT),
                wrap(type.code(), row.trackingNumber() == null ? NO_VALUE : row.trackingNumber(), Column.TRACKING),
                wrap(type.body(), row.executive() == null ? NO_VALUE : row.executive(), Column.EXECUTIVE),
                wrap(type.body(), texts.words().compensation(row), Column.COMPENSATION));
    }

    void draw(Pen pen, Line line, float y, boolean banded) {
        if (banded) {
            pen.box(LEFT, y - line.height(), RIGHT - LEFT, line.height() - HAIR, Paint.BAND);
        }
        pen.box(LEFT, y - line.height(), RIGHT - LEFT, HAIR, Paint.LINE);
        float base = y - ASCENT;
        String number = type.strong().printable(line.row().number().value());
        pen.text(type.strong().narrowedTo(number, Column.NUMBER.room()), Column.NUMBER.x(), base, number);
        pen.text(type.body(), Column.CREATED.x(), base, Formats.date(line.row().createdAt()));
        lines(pen, type.body(), Column.SUBJECT, base, line.subject());
        lines(pen, type.code(), Column.TRACKING, base, line.tracking());
        chip(pen, line.row(), base);
        lines(pen, type.body(), Column.EXECUTIVE, base, line.executive());
        lines(pen, type.body(), Column.COMPENSATION, base, line.payment());
        amount(pen, line.row().amount(), base);
    }

    void total(Pen pen, String label, long pesos, float y) {
        float base = y - ASCENT;
        pen.text(type.strong(), Column.NUMBER.x(), base, label);
        pen.textTo(type.strong(), RIGHT - PAD, base, Formats.money(pesos));
    }

    void remark(Pen pen, String text, float y) {
        pen.text(type.body(), Column.NUMBER.x(), y - ASCENT, text);
    }

    private void amount(Pen pen, @Nullable Clp amount, float base) {
        Type letters = amount == null ? type.body() : type.strong();
        String text = amount == null ? NO_VALUE : Formats.money(amount.amount());
        pen.textTo(letters.narrowedTo(text, Column.AMOUNT.room()), RIGHT - PAD, base, text);
    }

    private void chip(Pen pen, CaseRow row, float base) {
        Tone tone = Tone.of(row.state());
        ReportColors colors = texts.heading().colors();
        Type letters = type.chip(tone.letters(colors));
        String word = letters.fit(texts.words().state(row.state()), Column.STATE.room() - 2 * PAD);
        float width = letters.width(word) + 2 * PAD;
        pen.roundBox(Column.STATE.x(), base - 3.3f, width, CHIP, CHIP / 2, tone.ground(colors));
        pen.text(letters, Column.STATE.x() + PAD, base, word);
    }

    private static void lines(Pen pen, Type letters, Column column, float base, List<String> lines) {
        float y = base;
        for (String line : lines) {
            pen.text(letters, column.x(), y, line);
            y -= LEADING;
        }
    }

    private static List<String> wrap(Type letters, String text, Column column) {
        String printable = letters.printable(text);
        return letters.face().wrap(printable, letters.size(), column.room(), MAX_LINES);
    }
}
