package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Accounts;
import cl.buzon.notifications.Language;
import cl.buzon.notifications.MailPreferences;
import cl.buzon.notifications.MailSettings;
import cl.buzon.notifications.Wishes;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** What people wish to be told by mail, each for themselves; an administrator also what mails of the company may say. */
@Stateless
public class PreferenceDesk {

    private MailPreferences preferences;
    private Accounts accounts;
    private MailSettings settings;

    @SuppressWarnings("NullAway.Init")
    protected PreferenceDesk() {}

    @Inject
    public PreferenceDesk(MailPreferences preferences, Accounts accounts, MailSettings settings) {
        this.preferences = preferences;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** @throws Refusal.NotAllowed when it is nobody who signs in */
    public MailChoice choice(Actor actor) {
        UserId user = SignInDesk.userOf(actor);
        Wishes wishes = preferences.of(user);
        boolean quotes = actor instanceof Actor.Customer customer
                && accounts.find(customer.account()).map(Account::quotesInMail).orElse(false);
        return new MailChoice(
                wishes.language().code(),
                wishes.answers(),
                wishes.states(),
                wishes.compensation(),
                wishes.reminders(),
                wishes.companyCases(),
                quotes,
                preferences.refusedSince(user).orElse(null));
    }

    /**
     * Whether a mail tells this person what becomes of a case: that is wished for, there is a mail server, and the address
     * takes mail.
     *
     * @throws Refusal.NotAllowed when it is nobody who signs in
     */
    public boolean tellsOfStates(Actor actor) {
        UserId user = SignInDesk.userOf(actor);
        return settings.hasServer()
                && preferences.of(user).states()
                && preferences.refusedSince(user).isEmpty();
    }

    /**
     * The code of the language that this person has chosen for pages and mail, empty for who never has.
     *
     * @throws Refusal.NotAllowed when it is nobody who signs in
     */
    public Optional<String> language(Actor actor) {
        return preferences.language(SignInDesk.userOf(actor)).map(Language::code);
    }

    /**
     * From now on pages and mail speak this language.
     *
     * @param code {@code es} or {@code en}
     * @throws Refusal.NotAllowed when it is nobody who signs in
     */
    public void speak(Actor actor, String code) {
        preferences.speak(SignInDesk.userOf(actor), Language.of(code));
    }

    /**
     * Replaces what was chosen; what only administrators choose stays as it is for everybody else.
     *
     * @throws Refusal.NotAllowed when it is nobody who signs in
     */
    public void choose(Actor actor, MailChoice choice) {
        UserId user = SignInDesk.userOf(actor);
        boolean administrator = actor instanceof Actor.Customer customer && customer.administrator();
        preferences.wish(
                user,
                new Wishes(
                        Language.of(choice.language()),
                        choice.answers(),
                        choice.states(),
                        choice.compensation(),
                        choice.reminders(),
                        administrator && choice.companyCases()));
        if (actor instanceof Actor.Customer customer && customer.administrator()) {
            accounts.get(customer.account()).quoteInMail(choice.quotes());
        }
    }
}
