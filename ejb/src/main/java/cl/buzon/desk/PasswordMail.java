package cl.buzon.desk;

import cl.buzon.accounts.OneTimeLink;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.PortalUser;
import cl.buzon.notifications.AccountLetters;
import cl.buzon.notifications.Language;
import cl.buzon.notifications.Mail;
import cl.buzon.notifications.MailPreferences;
import cl.buzon.notifications.MailSettings;
import cl.buzon.notifications.Mails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Writes to people about their own passwords: links to a new one, and that there is one. */
@ApplicationScoped
@Transactional
class PasswordMail {

    private OneTimeLinks links;
    private Mails mails;
    private MailPreferences preferences;
    private MailSettings settings;
    private AccountLetters letters;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected PasswordMail() {}

    @Inject
    PasswordMail(
            OneTimeLinks links,
            Mails mails,
            MailPreferences preferences,
            MailSettings settings,
            AccountLetters letters,
            Clock clock) {
        this.links = links;
        this.mails = mails;
        this.preferences = preferences;
        this.settings = settings;
        this.letters = letters;
        this.clock = clock;
    }

    /** Whether people can be invited by mail; otherwise they are handed a password. */
    public boolean isSent() {
        return settings.hasServer();
    }

    /** Puts a link to a new password into the place of all others of the user. */
    public void reset(PortalUser to) {
        send(
                to,
                OneTimeLink.Purpose.RESET,
                new Mail(Mail.Kind.RESET, to, letters.reset(to, language(to)), clock.instant()));
    }

    /**
     * As {@link #reset}, for who has never had a password.
     *
     * @param by who invites
     * @return until when the link can be used, if its letter is sent now
     */
    public Instant invite(PortalUser to, String by, String company) {
        send(
                to,
                OneTimeLink.Purpose.INVITATION,
                new Mail(Mail.Kind.INVITATION, to, letters.invitation(to, by, company, language(to)), clock.instant()));
        return clock.instant().plus(OneTimeLink.Purpose.INVITATION.life());
    }

    private void send(PortalUser to, OneTimeLink.Purpose purpose, Mail mail) {
        OneTimeLink link = new OneTimeLink(to.id(), purpose, clock.instant());
        links.issue(link, clock.instant());
        mails.add(mail.enclosing(link.id()));
    }

    public void changed(PortalUser to) {
        Instant now = clock.instant();
        mails.add(new Mail(Mail.Kind.PASSWORD_CHANGED, to, letters.changed(to, now, language(to)), now));
    }

    private Language language(PortalUser to) {
        return preferences.of(to.id()).language();
    }
}
