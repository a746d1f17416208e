package cl.buzon.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a webhook's log.
 *
 * @param type of what it tells
 * @param number of the case that it tells of, absent for a test
 * @param attempts since it was made, or last replayed
 * @param nextAttemptAt absent while it waits for an earlier one of its case, and in the end
 * @param lastStatus of the last answer, absent when there was none
 * @param lastError why the last attempt came to nothing, a word of a fixed set
 * @param lastAnswer how the last answer's body began
 */
public record DeliveryView(
        UUID id,
        String type,
        @Nullable String number,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable String lastAnswer) {

    /** Where it stands. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }
}
