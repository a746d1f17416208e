package cl.buzon.notifications;

import cl.buzon.accounts.OneTimeLink.Purpose;
import cl.buzon.accounts.PortalUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Writes letters about somebody's own way into the portal. Nobody can choose not to get them. */
@ApplicationScoped
public class AccountLetters {

    private final Stationery stationery;
    private final MailSettings settings;

    /** For the proxy that the container makes. */
    @SuppressWarnings("NullAway")
    protected AccountLetters() {
        this.stationery = null;
        this.settings = null;
    }

    public AccountLetters(MailSettings settings) {
        this(new Stationery(settings), settings);
    }

    @Inject
    AccountLetters(Stationery stationery, MailSettings settings) {
        this.stationery = stationery;
        this.settings = settings;
    }

    /** With the place of the link still open. */
    public Letter reset(PortalUser to, Language language) {
        return withLink(Purpose.RESET, to, "", "", language);
    }

    /**
     * With the place of the link still open.
     *
     * @param by who invites
     * @param company to whose cases
     */
    public Letter invitation(PortalUser to, String by, String company, Language language) {
        return withLink(Purpose.INVITATION, to, by, company, language);
    }

    private Letter withLink(Purpose purpose, PortalUser to, String by, String company, Language language) {
        Words words = new Words(language);
        String key = "link." + purpose + ".";
        Object[] values = {Words.firstName(to.name()), to.email(), by, company};
        String text = words.get(key + "text", values) + " " + words.get("link.once");
        Sheet sheet = sheet(key, to, text, Letter.OPEN_LINK, words, values);
        return stationery.write(sheet, language);
    }

    /** That the password was changed, with a way back for whoever did not do it. */
    public Letter changed(PortalUser to, Instant when, Language language) {
        Words words = new Words(language);
        Object[] values = {Words.firstName(to.name()), to.email(), Words.hour(when)};
        Sheet sheet = sheet("changed.", to, words.get("changed.text", values), settings.link("/olvido"), words, values);
        return stationery.write(sheet, language);
    }

    private static Sheet sheet(String key, PortalUser to, String text, String address, Words words, Object[] values) {
        return new Sheet(
                words.get(key + "subject", values),
                words.get(key + "preheader"),
                null,
                words.get(key + "heading", values),
                words.get("hello", Words.firstName(to.name())) + " " + text,
                List.of(),
                List.of(),
                words.get(key + "action"),
                address,
                List.of(),
                false);
    }
}
