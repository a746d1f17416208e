package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.Role;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Helps a company's users in, or keeps them out: the operator any of them, an administrator the own colleagues. Nobody is
 * ever deleted.
 */
@Stateless
public class UserDesk {

    private Accounts accounts;
    private PortalUsers users;
    private UserList list;
    private Admission admission;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected UserDesk() {}

    @Inject
    public UserDesk(Accounts accounts, PortalUsers users, UserList list, Admission admission, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.list = list;
        this.admission = admission;
        this.clock = clock;
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

    /**
     * Gives a user another name, or another role; never the actor's own role.
     *
     * @throws Refusal.InvalidInput on name: as {@link AccountDesk#createAccount}; on administrator: LAST_ADMIN
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
        return admission.handOut(charge(actor, user));
    }

    /** Whether who is new is invited by mail. */
    public boolean invites(Actor actor) {
        if (!(actor instanceof Actor.Operator)) {
            Judged.administrator(actor);
        }
        return admission.isByMail();
    }

    /**
     * Invites somebody once more who has not made a password yet; links of earlier letters open nothing any more.
     *
     * @throws Refusal.NotAllowed when they have made one, or there is no mail server
     */
    public TemporarySignIn inviteAgain(Actor actor, UserId id) {
        PortalUser user = charge(actor, id);
        if (!user.mustChangePassword() || user.isDisabled() || !admission.isByMail()) {
            throw new Refusal.NotAllowed();
        }
        return admission.invite(user, accounts.get(user.account().orElseThrow()), actor);
    }

    /**
     * Gives somebody who has never been in another address, and lets them in anew by that one: what went to the old
     * address, link or password, opens nothing any more.
     *
     * @throws Refusal.NotAllowed when they have been in, or are kept out
     * @throws Refusal.InvalidInput on email: as {@link AccountDesk#createAccount}
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
        return admission.letIn(user, accounts.get(user.account().orElseThrow()), actor);
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
