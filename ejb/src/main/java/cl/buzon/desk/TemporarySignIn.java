package cl.buzon.desk;

import cl.buzon.shared.UserId;
import java.time.Instant;

/**
 * What somebody is handed to sign in for the first time. The password is not kept: it can be shown only now.
 *
 * @param validUntil when the password stops working unless its user has made their own
 */
public record TemporarySignIn(UserId user, String name, String email, String password, Instant validUntil) {

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return "TemporarySignIn[" + email + "]";
    }
}
