package cl.buzon.web.export;

import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;

/** The portal's mark: a ticked answer on a ground of the brand's colour, drawn on a square of 36 units. */
record PdfMark(Pen pen, Color ground) {

    private static final float UNITS = 36;

    /** @param size of its side, in points */
    void draw(float x, float y, float size) {
        PdfContentByte canvas = pen.canvas();
        float scale = size / UNITS;
        canvas.saveState();
        canvas.concatCTM(scale, 0, 0, scale, x, y);
        pen.roundBox(0, 0, UNITS, UNITS, 9, ground);
        pen.roundBox(8, 11, 20, 15, 2.5f, Paint.PAPER);
        tail(canvas);
        tick(canvas);
        canvas.restoreState();
    }

    private static void tail(PdfContentByte canvas) {
        canvas.moveTo(11.5f, 11.5f);
        canvas.lineTo(11.5f, 7);
        canvas.lineTo(16, 11.5f);
        canvas.fill();
    }

    private void tick(PdfContentByte canvas) {
        canvas.setColorStroke(ground);
        canvas.setLineWidth(2.6f);
        canvas.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        canvas.moveTo(12.5f, 19.2f);
        canvas.lineTo(16.7f, 15.2f);
        canvas.lineTo(24, 22.5f);
        canvas.stroke();
    }
}
