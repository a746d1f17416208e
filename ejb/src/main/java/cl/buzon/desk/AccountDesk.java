package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Rut;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Companies and who is in them: the operator makes companies, an administrator of a company brings colleagues. */
@Stateless
public class AccountDesk {

    private Accounts accounts;
    private PortalUsers users;
    private UserList list;
    private Admission admission;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected AccountDesk() {}

    @Inject
    public AccountDesk(Accounts accounts, PortalUsers users, UserList list, Admission admission, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.list = list;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * Makes a company and its first user, who administers it and so can bring colleagues. They are invited by mail, or
     * get a password to be handed to them where there is no mail server.
     *
     * @throws Refusal.InvalidInput on name, rut, userName, email: REQUIRED, TOO_LONG, UNFIT_CHARACTERS, RUT_FORM,
     *     RUT_CHECK, RUT_TAKEN, EMAIL_FORM, EMAIL_TAKEN
     */
    public TemporarySignIn createAccount(Actor actor, NewAccount typed) {
        Judged.operator(actor);
        accounts.holdNames();
        AccountInput input = new AccountInput();
        String name = input.companyName(typed.name());
        Optional<Rut> rut = input.freeRut(typed.rut(), accounts);
        String userName = input.userName("userName", typed.userName());
        Optional<EmailAddress> email = input.freeEmail(typed.email(), users);
        input.refuseFaults();
        Account account = new Account(name, rut.orElseThrow(), clock.instant());
        accounts.add(account);
        return admit(actor, account, email.orElseThrow(), userName, true);
    }

    /**
     * Makes a further user of a company, as {@link #createAccount} its first.
     *
     * @throws Refusal.NotFound when there is no such company, or it is not an administrator's own
     * @throws Refusal.InvalidInput on name, email: as {@link #createAccount}
     */
    public TemporarySignIn createColleague(Actor actor, AccountId company, NewColleague typed) {
        Judged.steward(actor, company);
        Account account = accounts.get(company);
        accounts.holdNames();
        AccountInput input = new AccountInput();
        String name = input.userName("name", typed.name());
        Optional<EmailAddress> email = input.freeEmail(typed.email(), users);
        input.refuseFaults();
        return admit(actor, account, email.orElseThrow(), name, typed.administrator());
    }

    /**
     * The companies by name.
     *
     * @param words that the name contains, or the RUT however it is written; empty for all
     */
    public Page<AccountView> accounts(Actor actor, String words, @Nullable String cursor, int limit) {
        Judged.operator(actor);
        Page<Account> page = accounts.page(words, cursor, limit);
        return new Page<>(page.items().stream().map(AccountView::of).toList(), page.next(), page.previous());
    }

    /** @throws Refusal.NotFound when there is none, or it is not an administrator's own */
    public AccountView account(Actor actor, AccountId id) {
        Judged.steward(actor, id);
        return AccountView.of(accounts.get(id));
    }

    /**
     * Gives a company another name.
     *
     * @throws Refusal.InvalidInput on name: as {@link #createAccount}
     */
    public void rename(Actor actor, AccountId id, @Nullable String typed) {
        Judged.operator(actor);
        AccountInput input = new AccountInput();
        String name = input.companyName(typed);
        input.refuseFaults();
        accounts.get(id).rename(name);
    }

    /** All users of a company by name, as {@link #users(Actor, AccountId, UserFilter, String, int)}. */
    public Page<UserView> users(Actor actor, AccountId account, @Nullable String cursor, int limit) {
        return users(actor, account, UserFilter.ALL, cursor, limit);
    }

    /**
     * The users of a company, for the operator and its own administrators.
     *
     * @throws Refusal.NotFound when it is not an administrator's own
     */
    public Page<UserView> users(Actor actor, AccountId account, UserFilter filter, @Nullable String cursor, int limit) {
        Judged.steward(actor, account);
        return list.page(account, filter, cursor, limit);
    }

    private TemporarySignIn admit(
            Actor actor, Account account, EmailAddress email, String name, boolean administrator) {
        PortalUser user = PortalUser.of(account.id(), email, name, administrator, "", clock.instant());
        users.add(user);
        return admission.letIn(user, account, actor);
    }
}
