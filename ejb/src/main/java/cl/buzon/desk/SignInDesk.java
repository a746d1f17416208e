package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PasswordRules;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.Role;
import cl.buzon.accounts.SignInAttempts;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people come in with a password, and make their own. No transaction is held while a password is hashed, for that
 * takes long and there are few connections.
 */
@Stateless
public class SignInDesk {

    /** When too many sign in at once, the next may try after this time. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private Accounts accounts;
    private PortalUsers users;
    private SignInAttempts attempts;
    private Passwords passwords;
    private PasswordMail mail;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected SignInDesk() {}

    @Inject
    public SignInDesk(
            Accounts accounts,
            PortalUsers users,
            SignInAttempts attempts,
            Passwords passwords,
            PasswordMail mail,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.attempts = attempts;
        this.passwords = passwords;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Lets somebody in, who as yet is nobody and therefore no actor.
     *
     * @param ip the address that the request came from
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignInResult signIn(String userName, String password, String ip) {
        Instant now = clock.instant();
        Duration wait = attempts.begin(userName, ip, now);
        if (!wait.isZero()) {
            return throttled(wait);
        }
        try {
            return judge(userName, password, ip, now);
        } catch (Passwords.Busy e) {
            attempts.abandon(userName, ip, now);
            return throttled(BUSY);
        }
    }

    /** The user as they are now; empty for whom sign-in would no longer let in. */
    public Optional<SignedIn> current(UserId id) {
        return users.find(id).filter(user -> !user.isDisabled()).map(this::signedIn);
    }

    /**
     * Replaces the actor's own password, which a mail tells them of.
     *
     * @param current not needed by who came in with a temporary one
     * @throws Refusal.InvalidInput on {@code newPassword} PASSWORD_SHORT, TOO_LONG, PASSWORD_COMMON, PASSWORD_NAME,
     *     PASSWORD_MISMATCH or PASSWORD_SAME; on {@code currentPassword} PASSWORD_WRONG, or THROTTLED with the seconds to wait
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changeOwnPassword(Actor actor, @Nullable String current, String wanted, String repeated) {
        PortalUser user = users.find(userOf(actor)).orElseThrow(Refusal.NotFound::new);
        PasswordRules.fault(wanted, repeated, user.email()).ifPresent(SignInDesk::refuse);
        boolean first = user.mustChangePassword();
        try {
            if (!first) {
                confirm(user, current == null ? "" : current);
            }
            if (passwords.matches(wanted, user.passwordHash())) {
                refuse(PasswordRules.same());
            }
            if (!users.keepOwnPassword(user.id(), user.passwordHash(), passwords.hash(wanted), clock.instant())) {
                refuse(Fault.of("currentPassword", "PASSWORD_WRONG"));
            }
        } catch (Passwords.Busy e) {
            refuse(Fault.of("newPassword", "THROTTLED", BUSY.toSeconds()));
        }
        if (!first) {
            mail.changed(user);
        }
    }

    /** The clock's: removes failures that no longer count, and says how many. */
    public int forgetFailures(Actor actor) {
        if (!(actor instanceof Actor.Machine)) {
            throw new Refusal.NotAllowed();
        }
        return attempts.forgetOld(clock.instant());
    }

    private SignInResult judge(String userName, String password, String ip, Instant now) {
        Optional<PortalUser> found = EmailAddress.parse(userName).flatMap(users::findByEmail);
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return new SignInResult.Refused();
        }
        PortalUser user = found.get();
        if (!passwords.matches(password, user.passwordHash()) || user.isDisabled()) {
            return new SignInResult.Refused();
        }
        attempts.succeed(userName, ip, now);
        return user.hasExpiredPassword(now) ? new SignInResult.Expired() : enter(user, password, now);
    }

    private SignInResult enter(PortalUser user, String password, Instant now) {
        String strengthened = passwords.isOutdated(user.passwordHash()) ? passwords.hash(password) : null;
        return attempts.enter(user.id(), user.passwordHash(), strengthened, now)
                .<SignInResult>map(entered -> new SignInResult.Entered(signedIn(entered)))
                .orElseGet(SignInResult.Refused::new);
    }

    /** An open session shall not do for guessing, so these tries count as those at the door do. */
    private void confirm(PortalUser user, String current) {
        Instant now = clock.instant();
        String userName = user.email().value();
        Duration wait = attempts.begin(userName, null, now);
        if (!wait.isZero()) {
            refuse(Fault.of("currentPassword", "THROTTLED", throttled(wait).seconds()));
        }
        if (!passwords.matches(current, user.passwordHash())) {
            refuse(Fault.of("currentPassword", "PASSWORD_WRONG"));
        }
        attempts.succeed(userName, null, now);
    }

    private SignedIn signedIn(PortalUser user) {
        return new SignedIn(
                user.id(),
                actor(user, Origin.PORTAL),
                user.email().value(),
                user.account().flatMap(accounts::find).map(Account::name).orElse(null),
                user.mustChangePassword(),
                user.passwordStamp());
    }

    static Actor actor(PortalUser user, Origin origin) {
        return user.account()
                .<Actor>map(account ->
                        new Actor.Customer(user.id(), account, user.name(), user.role() == Role.ACCOUNT_ADMIN, origin))
                .orElseGet(() -> new Actor.Operator(user.id(), user.name(), origin));
    }

    /** @throws Refusal.NotAllowed when it is nobody who signs in */
    static UserId userOf(Actor actor) {
        if (actor instanceof Actor.Customer customer) {
            return customer.id();
        }
        if (actor instanceof Actor.Operator operator) {
            return operator.id();
        }
        throw new Refusal.NotAllowed();
    }

    private static SignInResult.Throttled throttled(Duration wait) {
        return new SignInResult.Throttled(wait.plusMillis(999).toSeconds());
    }

    private static void refuse(Fault fault) {
        throw new Refusal.InvalidInput(fault);
    }
}
