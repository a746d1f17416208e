package cl.buzon.notifications;

import org.jspecify.annotations.Nullable;

/**
 * What came of sending a mail once.
 *
 * @param trouble absent when the mail server has taken it
 * @param answer of the mail server, absent when there was none
 */
public record Outcome(@Nullable Trouble trouble, @Nullable String answer) {

    static final Outcome SENT = new Outcome(null, null);

    boolean isSent() {
        return trouble == null;
    }
}
