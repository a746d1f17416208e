package cl.buzon.web.export;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One face of the type on paper. The font's file is embedded, so every reader sees the same letters; a character that it
 * lacks becomes an empty box, and never a failure. Measures in points.
 */
final class Typeface {

    /** Where a text is cut before it is measured: more than any place on the page can show. */
    private static final int MAX_CHARACTERS = 400;

    private static final String BOX = "\uFFFD";
    private static final String ELLIPSIS = "…";

    private final BaseFont font;

    private Typeface(BaseFont font) {
        this.font = font;
    }

    /** @param name of a TTF file beside this class, without its extension */
    static Typeface load(String name) {
        String file = name + ".ttf";
        try (InputStream bytes = Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file)) {
            return new Typeface(BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes.readAllBytes(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BaseFont font() {
        return font;
    }

    float width(String printable, float size) {
        return font.getWidthPoint(printable, size);
    }

    /** The text on one line, of characters that this face has; whatever only steers the display is left out. */
    String printable(String text) {
        String composed = Normalizer.normalize(cut(text, MAX_CHARACTERS), Normalizer.Form.NFC);
        StringBuilder line = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> line.append(shown(c)));
        return line.toString().strip();
    }

    /** The printable text, cut with an ellipsis where it would be wider than that. */
    String fit(String printable, float size, float width) {
        if (width(printable, size) <= width) {
            return printable;
        }
        int end = lengthWithin(printable, size, width - width(ELLIPSIS, size));
        return printable.substring(0, end).strip() + ELLIPSIS;
    }

    /** The printable text in lines no wider than that, broken at spaces where possible, the last one cut. */
    List<String> wrap(String printable, float size, float width, int maxLines) {
        List<String> lines = new ArrayList<>();
        String rest = printable;
        while (lines.size() < maxLines - 1 && width(rest, size) > width) {
            int end = lineEnd(rest, lengthWithin(rest, size, width));
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        lines.add(fit(rest, size, width));
        return lines;
    }

    private String shown(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return " ";
        }
        if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || isVariation(c)) {
            return "";
        }
        return font.charExists(c) ? Character.toString(c) : BOX;
    }

    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    /** At least one character, so that every line makes progress. */
    private int lengthWithin(String text, float size, float width) {
        int end = 1;
        while (end < text.length() && width(text.substring(0, end + 1), size) <= width) {
            end++;
        }
        return end;
    }

    private static int lineEnd(String text, int room) {
        int space = text.lastIndexOf(' ', room);
        return space > 0 ? space : room;
    }

    private static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters) + ELLIPSIS;
    }
}
