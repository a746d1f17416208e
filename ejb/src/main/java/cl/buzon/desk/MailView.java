package cl.buzon.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the operator sees it.
 *
 * @param kind CASE, REMINDER, RESET, INVITATION or PASSWORD_CHANGED
 * @param text as it is read; a link that opens the portal is left out of what was or will be sent
 * @param nextAttemptAt absent once nothing more is tried
 * @param lastError absent when the last attempt went well, or none was made
 * @param lastAnswer what the mail server said
 * @param repeatable whether it can be sent once more
 */
public record MailView(
        UUID id,
        String kind,
        State state,
        String address,
        String subject,
        String text,
        String html,
        int attempts,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        @Nullable String lastError,
        @Nullable String lastAnswer,
        boolean repeatable) {

    /** Where it stands. */
    public enum State {
        PENDING,
        SENT,
        REFUSED,
        KEPT,
        OBSOLETE
    }
}
