package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.Role;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Rut;
import cl.buzon.shared.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Companies and their users: the operator makes companies and can help any user in again, an administrator of a company
 * does so for colleagues. Nobody is ever deleted.
 */
@Stateless
public class AccountDesk {

    private Accounts accounts;
    private PortalUsers users;
    private UserList list;
    private Passwords passwords;
    private PasswordMail mail;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected AccountDesk() {}

    @Inject
    public AccountDesk(
            Accounts accounts, PortalUsers users, UserList list, Passwords passwords, PasswordMail mail, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.list = list;
        this.passwords = passwords;
        this.mail = mail;
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

    /**
     * Gives a user another name, or another role; never the actor's own role.
     *
     * @throws Refusal.InvalidInput on name: as {@link #createAccount}; on administrator: LAST_ADMIN
     */
    public void change(Actor actor, UserId id, @Nullable String typed, boolean administrator) {
        AccountInput input = new AccountInput();
        String name = input.userName("name", typed);
        input.refuseFaults();
        accounts.holdNames();
        PortalUser user = charge(actor, id);
        if (!administrator
                && user.role() == Role.ACCOUNT_ADMIN
                && !users.hasOtherAdministrator(user.account().orElseThrow(), id)) {
            throw new Refusal.InvalidInput(Fault.of("administrator", "LAST_ADMIN"));
        }
        user.rename(name);
        user.setAdministrator(administrator);
    }

    /**
     * A user whom the actor may help in or keep out.
     *
     * @throws Refusal.NotFound when there is none, or none of an administrator's own company
     */
    public UserView user(Actor actor, UserId id) {
        PortalUser user = users.find(id).orElseThrow(Refusal.NotFound::new);
        Judged.steward(actor, user.account().orElseThrow(Refusal.NotFound::new));
        return list.view(user);
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

    /** Keeps somebody out, from their next click on, until they are enabled again. */
    public void disable(Actor actor, UserId user) {
        charge(actor, user).setDisabled(true);
        users.endLinks(user, clock.instant());
    }

    public void enable(Actor actor, UserId user) {
        charge(actor, user).setDisabled(false);
    }

    /** Replaces a forgotten password by a temporary one; whoever is in with the old one is out. */
    public TemporarySignIn resetPassword(Actor actor, UserId user) {
        return handOut(charge(actor, user));
    }

    /** Whether who is new is invited by mail. */
    public boolean invites(Actor actor) {
        if (!(actor instanceof Actor.Operator)) {
            Judged.administrator(actor);
        }
        return mail.isSent();
    }

    /**
     * Invites somebody once more who has not made a password yet; links of earlier letters open nothing any more.
     *
     * @throws Refusal.NotAllowed when they have made one, or there is no mail server
     */
    public TemporarySignIn inviteAgain(Actor actor, UserId id) {
        PortalUser user = charge(actor, id);
        if (!user.mustChangePassword() || user.isDisabled() || !mail.isSent()) {
            throw new Refusal.NotAllowed();
        }
        Account account = accounts.get(user.account().orElseThrow());
        return invite(actor, user, account);
    }

    /**
     * Gives somebody who has never been in another address, and lets them in anew by that one: what went to the old
     * address, link or password, opens nothing any more.
     *
     * @throws Refusal.NotAllowed when they have been in, or are kept out
     * @throws Refusal.InvalidInput on email: as {@link #createAccount}
     */
    public TemporarySignIn readdress(Actor actor, UserId id, @Nullable String typed) {
        accounts.holdNames();
        PortalUser user = charge(actor, id);
        if (!user.isAwaited()) {
            throw new Refusal.NotAllowed();
        }
        AccountInput input = new AccountInput();
        Optional<EmailAddress> email = input.emailOf(user, typed, users);
        input.refuseFaults();
        user.readdress(email.orElseThrow());
        return letIn(actor, user, accounts.get(user.account().orElseThrow()));
    }

    private TemporarySignIn admit(
            Actor actor, Account account, EmailAddress email, String name, boolean administrator) {
        PortalUser user = PortalUser.of(account.id(), email, name, administrator, "", clock.instant());
        users.add(user);
        return letIn(actor, user, account);
    }

    private TemporarySignIn letIn(Actor actor, PortalUser user, Account account) {
        TemporarySignIn handedOut = handOut(user);
        return mail.isSent() ? invite(actor, user, account) : handedOut;
    }

    /** Their password is then one that nobody knows. */
    private TemporarySignIn invite(Actor actor, PortalUser user, Account account) {
        Instant until = mail.invite(user, actor.name(), account.name());
        return new TemporarySignIn(user.id(), user.name(), user.email().value(), null, until);
    }

    private TemporarySignIn handOut(PortalUser user) {
        return TemporarySignIn.handOut(user, users, passwords, clock.instant());
    }

    /** A user whom the actor may help in or keep out: any customer for the operator, colleagues for an administrator. */
    private PortalUser charge(Actor actor, UserId id) {
        if (!(actor instanceof Actor.Operator)) {
            refuseSelf(Judged.administrator(actor), id);
        }
        PortalUser user = users.getForChange(id);
        Judged.steward(actor, user.account().orElseThrow(Refusal.NotFound::new));
        return user;
    }

    private static void refuseSelf(Actor.Customer administrator, UserId id) {
        if (administrator.id().equals(id)) {
            throw new Refusal.NotAllowed();
        }
    }
}
