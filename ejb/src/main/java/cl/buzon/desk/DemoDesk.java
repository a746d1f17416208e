package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.ApiToken;
import cl.buzon.accounts.ApiTokens;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.TokenScope;
import cl.buzon.accounts.TokenSecret;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Rut;
import cl.buzon.shared.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Companies, users and tokens whose passwords and secrets everybody knows: for the demo data and nobody else. What is
 * there already is left as it is.
 */
@Stateless
public class DemoDesk {

    private Accounts accounts;
    private PortalUsers users;
    private ApiTokens tokens;
    private Passwords passwords;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected DemoDesk() {}

    @Inject
    public DemoDesk(Accounts accounts, PortalUsers users, ApiTokens tokens, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.clock = clock;
    }

    public AccountId account(Actor actor, String name, Rut rut) {
        requireDemo(actor);
        return accounts.findByRut(rut).map(Account::id).orElseGet(() -> {
            Account account = new Account(name, rut, clock.instant());
            accounts.add(account);
            return account.id();
        });
    }

    /** A user who has already made their own password. */
    public UserId user(
            Actor actor, AccountId account, String name, String email, boolean administrator, String password) {
        requireDemo(actor);
        EmailAddress address = new EmailAddress(email);
        return users.findByEmail(address).map(PortalUser::id).orElseGet(() -> {
            String hash = passwords.hash(password);
            return add(PortalUser.of(account, address, name, administrator, hash, clock.instant()));
        });
    }

    /** An operator who has already made their own password. */
    public UserId operator(Actor actor, String name, String email, String password) {
        requireDemo(actor);
        EmailAddress address = new EmailAddress(email);
        return users.findByEmail(address)
                .map(PortalUser::id)
                .orElseGet(() -> add(PortalUser.operator(address, name, passwords.hash(password), clock.instant())));
    }

    /** A token without an end that acts as the user. */
    public void token(Actor actor, UserId user, String secret) {
        add(actor, ApiToken.of(user, "Demo", new TokenSecret(secret), TokenScope.ALL, clock.instant(), null), secret);
    }

    /** A token without an end that acts as the executive. */
    public void token(Actor actor, ExecutiveId executive, String secret) {
        add(
                actor,
                ApiToken.of(executive, "Demo", new TokenSecret(secret), TokenScope.ALL, clock.instant(), null),
                secret);
    }

    private UserId add(PortalUser user) {
        users.add(user);
        return user.id();
    }

    private void add(Actor actor, ApiToken token, String secret) {
        requireDemo(actor);
        if (tokens.find(new TokenSecret(secret)).isEmpty()) {
            tokens.add(token);
        }
    }

    private static void requireDemo(Actor actor) {
        if (!(actor instanceof Actor.Machine) || actor.origin() != Origin.DEMO) {
            throw new Refusal.NotAllowed();
        }
    }
}
