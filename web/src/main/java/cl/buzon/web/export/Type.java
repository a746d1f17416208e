package cl.buzon.web.export;

import java.awt.Color;

/**
 * Letters of one face, size and colour.
 *
 * @param size in points
 */
record Type(Typeface face, float size, Color color) {

    String printable(String text) {
        return face.printable(text);
    }

    /** The text of any origin as one line that is no wider than that. */
    String fit(String text, float width) {
        return face.fit(printable(text), size, width);
    }

    float width(String printable) {
        return face.width(printable, size);
    }

    /** The same, but as much smaller as the text needs to keep within the width. */
    Type narrowedTo(String printable, float width) {
        float wanted = width(printable);
        return wanted <= width ? this : new Type(face, size * width / wanted, color);
    }
}
