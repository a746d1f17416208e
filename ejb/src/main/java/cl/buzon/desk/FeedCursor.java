package cl.buzon.desk;

import cl.buzon.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** A place in the feed as the outside keeps it. */
final class FeedCursor {

    private static final NumberCursor FEED = new NumberCursor("feed1");

    private FeedCursor() {}

    static String encode(long place) {
        return FEED.encode(place);
    }

    /**
     * @param text absent for the beginning
     * @throws Refusal.BadCursor when it is no cursor of ours
     */
    static long decode(@Nullable String text) {
        return text == null ? 0 : FEED.decode(text);
    }
}
