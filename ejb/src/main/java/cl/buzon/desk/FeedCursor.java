package cl.buzon.desk;

import cl.buzon.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the feed as the outside keeps it. It names nobody: whoever reads on from it sees only their own. */
final class FeedCursor {

    private static final Pattern PLAIN = Pattern.compile("feed1:(0|[1-9][0-9]{0,17})");

    private FeedCursor() {}

    static String encode(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("feed1:" + place).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @param text absent for the beginning
     * @throws Refusal.BadCursor when it is no cursor of ours
     */
    static long decode(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            Matcher plain = PLAIN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (plain.matches()) {
                return Long.parseLong(plain.group(1));
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal.BadCursor();
        }
        throw new Refusal.BadCursor();
    }
}
