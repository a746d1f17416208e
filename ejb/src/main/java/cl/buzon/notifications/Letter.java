package cl.buzon.notifications;

import java.util.regex.Pattern;

/**
 * A letter as it is sent.
 *
 * @param subject one line: what would begin another header becomes a space
 * @param text for whoever reads no HTML
 */
public record Letter(String subject, String text, String html) {

    /** Stands where a link will be: nothing that people write comes into a letter with this character in it. */
    static final String OPEN_LINK = "\uE000";

    private static final String CLOSED_LINK = "https://…";
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    public Letter {
        subject = BREAKS.matcher(subject).replaceAll(" ").strip();
    }

    /** @param link an address that means the same in text and in HTML */
    Letter enclosing(String link) {
        return new Letter(subject, text.replace(OPEN_LINK, link), html.replace(OPEN_LINK, link));
    }

    /** As it may be shown to others than its reader. */
    public Letter withoutLink() {
        return enclosing(CLOSED_LINK);
    }
}
