package cl.buzon.desk;

import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.TemporaryPassword;
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

    /** Gives the user a temporary password, to be handed to them; what was mailed to them before opens nothing any more. */
    static TemporarySignIn handOut(PortalUser user, PortalUsers users, Passwords passwords, Instant now) {
        users.endLinks(user.id(), now);
        TemporaryPassword password = TemporaryPassword.random();
        user.giveTemporaryPassword(passwords.hash(password.value()), now);
        return new TemporarySignIn(
                user.id(), user.name(), user.email().value(), password.value(), now.plus(PortalUser.TEMPORARY));
    }

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return "TemporarySignIn[" + email + "]";
    }
}
