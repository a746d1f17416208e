package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.shared.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Lets people in who have no password of their own: by a letter where there is a mail server, else by one handed to them. */
@ApplicationScoped
@Transactional
class Admission {

    private PortalUsers users;
    private Passwords passwords;
    private PasswordMail mail;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected Admission() {}

    @Inject
    Admission(PortalUsers users, Passwords passwords, PasswordMail mail, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.mail = mail;
        this.clock = clock;
    }

    /** Whether that is done by mail. */
    public boolean isByMail() {
        return mail.isSent();
    }

    /** As the portal can. What they had before, link or password, opens nothing any more. */
    public TemporarySignIn letIn(PortalUser user, Account account, Actor by) {
        TemporarySignIn handedOut = handOut(user);
        return mail.isSent() ? invite(user, account, by) : handedOut;
    }

    /** By a letter; their password is one that nobody knows. */
    public TemporarySignIn invite(PortalUser user, Account account, Actor by) {
        Instant until = mail.invite(user, by.name(), account.name());
        return new TemporarySignIn(user.id(), user.name(), user.email().value(), null, until);
    }

    /** By a password to be handed to them. */
    public TemporarySignIn handOut(PortalUser user) {
        return TemporarySignIn.handOut(user, users, passwords, clock.instant());
    }
}
