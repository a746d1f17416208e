package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.notifications.AccountLetters;
import cl.buzon.notifications.Dispatch;
import cl.buzon.notifications.Letterhead;
import cl.buzon.notifications.Mail;
import cl.buzon.notifications.MailPreferences;
import cl.buzon.notifications.MailQueue;
import cl.buzon.notifications.MailSettings;
import cl.buzon.notifications.Mails;
import cl.buzon.shared.Pauses;
import cl.buzon.shared.UserId;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post office with a mail server, or without one. */
final class SomePost {

    private final MailSettings settings;

    private SomePost(@Nullable String host) {
        this.settings = new MailSettings(
                host,
                25,
                null,
                null,
                MailSettings.Tls.NONE,
                "no-responder@reclamos.example",
                Duration.ofSeconds(10),
                URI.create("https://reclamos.example/csm"),
                Letterhead.USUAL);
    }

    static SomePost withServer() {
        return new SomePost("correo.example");
    }

    static SomePost without() {
        return new SomePost(null);
    }

    PasswordMail mail(EntityManager em, Clock clock) {
        return new PasswordMail(
                new OneTimeLinks(em),
                new Mails(em),
                new MailPreferences(em),
                settings,
                new AccountLetters(settings),
                clock);
    }

    PreferenceDesk preferences(EntityManager em) {
        return new PreferenceDesk(new MailPreferences(em), new Accounts(em), settings);
    }

    List<Dispatch> claim(EntityManager em, Clock clock) {
        return new MailQueue(
                        new Mails(em),
                        new OneTimeLinks(em),
                        new PortalUsers(em),
                        new MailPreferences(em),
                        settings,
                        new Pauses("pauses", List.of(Duration.ofMinutes(1)), () -> 0.5),
                        clock)
                .claim(50);
    }

    /** Of the link in a letter that is being sent. */
    static String secretIn(Dispatch dispatch) {
        return dispatch.letter().text().replaceFirst("(?s).*/clave\\?llave=([\\w-]+).*", "$1");
    }

    /** What was written to somebody, the oldest first. */
    static List<Mail> to(EntityManager em, UserId user) {
        return em.createQuery("select m from Mail m where m.userId = :user order by m.number", Mail.class)
                .setParameter("user", user.value())
                .getResultList();
    }
}
