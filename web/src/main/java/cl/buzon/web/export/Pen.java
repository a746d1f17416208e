package cl.buzon.web.export;

import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;

/** Draws on a page or template; y grows upwards, measures in points, texts must be printable. */
record Pen(PdfContentByte canvas) {

    void text(Type type, float x, float y, String printable) {
        canvas.beginText();
        canvas.setFontAndSize(type.face().font(), type.size());
        canvas.setColorFill(type.color());
        canvas.setTextMatrix(x, y);
        canvas.showText(printable);
        canvas.endText();
    }

    /** Ends at x. */
    void textTo(Type type, float x, float y, String printable) {
        text(type, x - type.width(printable), y, printable);
    }

    void box(float x, float y, float width, float height, Color color) {
        canvas.setColorFill(color);
        canvas.rectangle(x, y, width, height);
        canvas.fill();
    }

    void roundBox(float x, float y, float width, float height, float radius, Color color) {
        canvas.setColorFill(color);
        canvas.roundRectangle(x, y, width, height, radius);
        canvas.fill();
    }

    /** A bar that leans to the right, as on the edge of an air-mail letter. */
    void stripe(float x, float y, float width, float height, Color color) {
        canvas.setColorFill(color);
        canvas.moveTo(x, y);
        canvas.lineTo(x + width, y);
        canvas.lineTo(x + width + height, y + height);
        canvas.lineTo(x + height, y + height);
        canvas.fill();
    }
}
