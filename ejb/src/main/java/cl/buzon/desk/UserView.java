package cl.buzon.desk;

import cl.buzon.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user in the list of those of a company.
 *
 * @param administrator of the company
 * @param mustChangePassword has not yet made a password of their own
 * @param lastSignInAt absent for who has never been in
 */
public record UserView(
        UserId id,
        String name,
        String email,
        boolean administrator,
        boolean disabled,
        boolean mustChangePassword,
        @Nullable Instant lastSignInAt) {

    /** How a user stands. */
    public enum Standing {
        ACTIVE,
        TEMPORARY,
        DISABLED
    }
}
