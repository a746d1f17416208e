package cl.buzon.connector.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What we write over there: what somebody said as it was said, but that it cannot become markup, and in as many parts as
 * the other side's longest text needs.
 */
public final class Commentary {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|\\p{Cs}");
    private static final int LOOK_BACK = 200;
    private static final int ROOM_FOR_MARK = 12;
    private static final String CUT = "…";

    private final UnaryOperator<String> unmarked;

    /** @param unmarked breaks what the other side would take for markup; changes nothing where it knows none */
    public Commentary(UnaryOperator<String> unmarked) {
        this.unmarked = unmarked;
    }

    /** Without what the wire or the executives' screen would take for something else. */
    public String harmless(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return unmarked.apply(UNFIT.matcher(lines).replaceAll(""));
    }

    /** @param max in Unicode characters */
    public List<String> comments(String author, String text, int max) {
        String head = oneLine(harmless(author)) + " (portal): ";
        String whole = head + harmless(text);
        if (length(whole) <= max) {
            return List.of(whole);
        }
        List<String> pieces = pieces(harmless(text), Math.max(1, max - length(head) - ROOM_FOR_MARK));
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            comments.add(head + "(" + (i + 1) + "/" + pieces.size() + ") " + pieces.get(i));
        }
        return comments;
    }

    /** A text that fits, with a visible mark where it had to be cut. */
    public String fitting(String text, int max) {
        String safe = harmless(text);
        return length(safe) <= max ? safe : safe.substring(0, safe.offsetByCodePoints(0, Math.max(0, max - 1))) + CUT;
    }

    /** Whether it need not be cut. */
    public boolean fits(String text, int max) {
        return length(harmless(text)) <= max;
    }

    private static List<String> pieces(String text, int max) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (length(text.substring(from)) > max) {
            int to = text.offsetByCodePoints(from, max);
            to = afterBlank(text, from, to);
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** The end of the last whole word, unless that is far. */
    private static int afterBlank(String text, int from, int to) {
        for (int at = to; at > Math.max(from, to - LOOK_BACK); at--) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return to;
    }

    /** A subject or a name, which is never more than one line. */
    public static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** In Unicode characters. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
