package cl.buzon.shared;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window in which the words of a draft are written. Several may show the same draft, and one of them older words than
 * the others.
 *
 * @param id made anew each time that words are shown
 * @param seen the mark of the words that it showed, empty where no window had written any
 * @param turn grows with each time that the window writes; 0 where no script counts
 */
public record DraftWindow(UUID id, String seen, long turn) {

    private static final Pattern SHOWN = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ?(.{0,100})");

    /** One that opens now, and shows the words with the mark. */
    public static DraftWindow on(String mark) {
        return new DraftWindow(UUID.randomUUID(), mark, 0);
    }

    /**
     * The window whose page sends what it got from {@link #toString}, or one that has seen nothing when it sends anything
     * else.
     */
    public static DraftWindow of(String shown, long turn) {
        Matcher parts = SHOWN.matcher(shown);
        return parts.matches() ? new DraftWindow(UUID.fromString(parts.group(1)), parts.group(2), turn) : on("");
    }

    /**
     * Whether its words may take the place of those with the mark: it has seen them, or written them itself. The latter
     * it need not know, for the answer may have been lost; but what it wrote before comes too late.
     */
    public boolean mayWriteOver(String mark) {
        return mark.equals(seen) || wrote(mark);
    }

    /** Whether it wrote the words with the mark itself, and no later ones. */
    public boolean wrote(String mark) {
        return mark.startsWith(id + ":") && isNotBefore(mark);
    }

    private boolean isNotBefore(String mark) {
        return turn == 0 || turn >= Long.parseLong(mark.split(":", 3)[1]);
    }

    /** The mark of the words that it writes now. */
    public String mark(Instant now) {
        return id + ":" + turn + ":" + now;
    }

    /** As its page carries it. */
    @Override
    public String toString() {
        return id + " " + seen;
    }
}
