package cl.buzon.desk;

import cl.buzon.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody comes in for the first time: by a link that was mailed to them, or with a password to be handed to them. The
 * password is not kept: it can be shown only now.
 *
 * @param password absent when they were invited by mail
 * @param validUntil when link or password stop working unless their user has made their own
 */
public record TemporarySignIn(
        UserId user, String name, String email, @Nullable String password, Instant validUntil) {

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return "TemporarySignIn[" + email + "]";
    }
}
