package cl.buzon.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its company sees it: all but the secret.
 *
 * @param hint how its secret begins
 * @param user as whom it acts
 * @param state GOOD, EXPIRED or REVOKED
 */
public record TokenView(
        UUID id,
        String name,
        String hint,
        String user,
        boolean reads,
        boolean writes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        State state) {

    /** Whether it opens anything. */
    public enum State {
        GOOD,
        EXPIRED,
        REVOKED
    }

    public boolean isGood() {
        return state == State.GOOD;
    }
}
