package cl.buzon.desk;

import cl.buzon.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list whose entries are numbered, as the outside keeps it. It names nobody: whoever reads on from it sees
 * only their own.
 *
 * @param list by which one list's places are told from another's
 */
record NumberCursor(String list) {

    private static final Pattern PLAIN = Pattern.compile("([a-z0-9]+):(0|[1-9][0-9]{0,17})");

    String encode(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + ":" + place).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Refusal.BadCursor when it is no cursor of this list */
    long decode(String text) {
        try {
            Matcher plain = PLAIN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (plain.matches() && plain.group(1).equals(list)) {
                return Long.parseLong(plain.group(2));
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal.BadCursor();
        }
        throw new Refusal.BadCursor();
    }
}
