package cl.buzon.desk;

import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.PasswordRules;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.SignInAttempts;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
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
 * The way back in for who has forgotten the password, and the first way in for who was invited: by a link that only the
 * owner of an address gets. Whoever asks is nobody as yet, and learns nothing about who else there is.
 */
@Stateless
public class LinkDesk {

    /** When too many passwords are made at once, the next may try after this time. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    /** Nobody gets more letters than this by others' asking. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private OneTimeLinks links;
    private PortalUsers users;
    private SignInAttempts attempts;
    private Passwords passwords;
    private LinkUse use;
    private PasswordMail mail;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected LinkDesk() {}

    @Inject
    public LinkDesk(
            OneTimeLinks links,
            PortalUsers users,
            SignInAttempts attempts,
            Passwords passwords,
            LinkUse use,
            PasswordMail mail,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.attempts = attempts;
        this.passwords = passwords;
        this.use = use;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Asks for a link to a new password. The answer and its time are the same whether or not anybody has this address:
     * that is looked up later, by the clock.
     *
     * @param ip the address that the request came from
     * @throws Refusal.InvalidInput on {@code email} REQUIRED, TOO_LONG, UNFIT_CHARACTERS, EMAIL_FORM, or THROTTLED with
     *     the seconds to wait
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void ask(@Nullable String typed, String ip) {
        Instant now = clock.instant();
        String text = Wording.tidy(typed);
        Wording.fault("email", text, EmailAddress.MAX_LENGTH).ifPresent(LinkDesk::refuse);
        EmailAddress email =
                EmailAddress.parse(text).orElseThrow(() -> new Refusal.InvalidInput(Fault.of("email", "EMAIL_FORM")));
        Duration wait = attempts.ask(email.value(), ip, now);
        if (!wait.isZero()) {
            refuse(Fault.of("email", "THROTTLED", wait.plusMillis(999).toSeconds()));
        }
        links.ask(email.value(), now);
    }

    /**
     * The clock's: answers one who has asked, if there is such a user.
     *
     * @return whether there was one, and so may be more
     */
    public boolean answer(Actor actor) {
        Judged.machine(actor);
        Optional<String> asked = links.takeAsked();
        asked.flatMap(EmailAddress::parse)
                .flatMap(users::findByEmail)
                .filter(user -> !user.isDisabled())
                .filter(user -> !links.hasSince(user.id(), clock.instant().minus(BETWEEN)))
                .ifPresent(mail::reset);
        return asked.isPresent();
    }

    /** Whom a link lets make a password; empty for one that was used, has expired, or never was. */
    public Optional<LinkHolder> holder(String secret) {
        return use.holder(secret, clock.instant())
                .map(user -> new LinkHolder(user.name(), user.email().value(), user.mustChangePassword()));
    }

    /**
     * Makes a password by a link, which is then used up; whoever is in with the old password is out.
     *
     * @throws Refusal.NotFound when the link opens nothing
     * @throws Refusal.InvalidInput on {@code newPassword} as {@link SignInDesk#changeOwnPassword}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void makePassword(String secret, String wanted, String repeated) {
        PortalUser user = use.holder(secret, clock.instant()).orElseThrow(Refusal.NotFound::new);
        PasswordRules.fault(wanted, repeated, user.email()).ifPresent(LinkDesk::refuse);
        try {
            if (passwords.matches(wanted, user.passwordHash())) {
                refuse(PasswordRules.same());
            }
            if (!use.use(secret, passwords.hash(wanted), clock.instant())) {
                throw new Refusal.NotFound();
            }
        } catch (Passwords.Busy e) {
            refuse(Fault.of("newPassword", "THROTTLED", BUSY.toSeconds()));
        }
        attempts.succeed(user.email().value(), null, clock.instant());
    }

    /** The clock's: removes links of long ago. */
    public int forgetOld(Actor actor) {
        Judged.machine(actor);
        return links.forgetOld(clock.instant());
    }

    private static void refuse(Fault fault) {
        throw new Refusal.InvalidInput(fault);
    }
}
