package cl.buzon.notifications;

import cl.buzon.accounts.LinkSecret;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.Role;
import cl.buzon.shared.Pauses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which mails are sent next, each by one at a time. A link gets its secret when its letter is handed out for sending: so
 * that nothing here would let anybody in who reads the table.
 */
@ApplicationScoped
public class MailQueue {

    private Mails mails;
    private OneTimeLinks links;
    private PortalUsers users;
    private MailPreferences preferences;
    private MailSettings settings;
    private Pauses pauses;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected MailQueue() {}

    @Inject
    public MailQueue(
            Mails mails,
            OneTimeLinks links,
            PortalUsers users,
            MailPreferences preferences,
            MailSettings settings,
            Pauses pauses,
            Clock clock) {
        this.mails = mails;
        this.links = links;
        this.users = users;
        this.preferences = preferences;
        this.settings = settings;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Takes some mails in hand, for whoever sends them outside of any transaction and then settles each. Without a mail
     * server they are kept instead.
     */
    @Transactional
    public List<Dispatch> claim(int most) {
        Instant now = clock.instant();
        List<Dispatch> claimed = new ArrayList<>();
        for (Mail mail : mails.due(now, most)) {
            Optional<Letter> letter = complete(mail, now);
            if (letter.isEmpty()) {
                mail.end(Mail.State.OBSOLETE, now);
            } else if (settings.hasServer()) {
                claimed.add(new Dispatch(
                        mail.id(),
                        mail.leaseTo(now),
                        mail.address(),
                        letter.get(),
                        mail.caseId().map(Object::toString).orElse(null),
                        mail.createdAt()));
            } else {
                mail.keep(isOperators(mail) ? mail.letter().withoutLink() : letter.get(), now);
            }
        }
        return claimed;
    }

    /** Empty when its link has ended meanwhile. */
    private Optional<Letter> complete(Mail mail, Instant now) {
        return mail.link().isEmpty()
                ? Optional.of(mail.letter())
                : links.arm(mail.link().get(), now).map(LinkSecret::value).map(secret -> mail.letter()
                        .enclosing(settings.link("/clave?llave=" + secret)));
    }

    /** What is kept can be read by operators, and one must not come in as another. */
    private boolean isOperators(Mail mail) {
        return users.find(mail.user())
                .map(PortalUser::role)
                .filter(Role.OPERATOR::equals)
                .isPresent();
    }

    /** Writes down what came of an attempt; nothing when the lease has passed to somebody else meanwhile. */
    @Transactional
    public void settle(Dispatch dispatch, Outcome outcome) {
        mails.held(dispatch.mail())
                .filter(mail -> mail.isLeasedBy(dispatch.lease()))
                .ifPresent(mail -> settle(mail, outcome));
    }

    private void settle(Mail mail, Outcome outcome) {
        Instant now = clock.instant();
        mail.settle(outcome, pauses, now);
        if (mail.state() == Mail.State.SENT) {
            preferences.accepted(mail.user());
        } else if (mail.state() == Mail.State.REFUSED) {
            preferences.refused(mail.user(), now);
        }
    }
}
