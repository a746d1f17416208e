package cl.buzon.desk;

import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.Role;
import cl.buzon.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user in the list of those of a company.
 *
 * @param administrator of the company
 * @param mustChangePassword has not yet made a password of their own
 * @param lastSignInAt absent for who has never been in
 * @param awaited may come in and never has, so that their address may still be a mistake
 * @param cases that they have opened, counted up to one more than {@link CaseTally#LIMIT}
 */
public record UserView(
        UserId id,
        String name,
        String email,
        boolean administrator,
        boolean disabled,
        boolean mustChangePassword,
        @Nullable Instant lastSignInAt,
        boolean awaited,
        long cases) {

    /** How a user stands. */
    public enum Standing {
        ACTIVE,
        TEMPORARY,
        DISABLED
    }

    static UserView of(PortalUser user, long cases) {
        return new UserView(
                user.id(),
                user.name(),
                user.email().value(),
                user.role() == Role.ACCOUNT_ADMIN,
                user.isDisabled(),
                user.mustChangePassword(),
                user.lastSignInAt().orElse(null),
                user.isAwaited(),
                cases);
    }
}
