package cl.buzon.web.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence in pieces, so that a page can make names stand out and case numbers lead somewhere. */
public final class Phrase {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** @param address where the piece leads, empty when nowhere */
    public record Piece(String text, boolean strong, String address) {

        public static Piece plain(String text) {
            return new Piece(text, false, "");
        }

        public static Piece strong(String text) {
            return new Piece(text, true, "");
        }

        public static Piece link(String text, Address address) {
            return new Piece(text, false, address.toString());
        }
    }

    private Phrase() {}

    /** @param pattern a text with named places, such as {@code {who} respondió en {case}} */
    public static List<Piece> of(String pattern, Map<String, Piece> values) {
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(pattern);
        int end = 0;
        while (place.find()) {
            addPlain(pieces, pattern.substring(end, place.start()));
            Piece value = values.get(place.group(1));
            if (value != null) {
                pieces.add(value);
            }
            end = place.end();
        }
        addPlain(pieces, pattern.substring(end));
        return List.copyOf(pieces);
    }

    private static void addPlain(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(Piece.plain(text));
        }
    }
}
