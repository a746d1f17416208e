package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.Role;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs the portal: operators bring further ones, help them in again and keep them out; never themselves. */
@Stateless
public class OperatorDesk {

    private Accounts accounts;
    private PortalUsers users;
    private Passwords passwords;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected OperatorDesk() {}

    @Inject
    public OperatorDesk(Accounts accounts, PortalUsers users, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** All operators by name. */
    public List<UserView> operators(Actor actor) {
        Judged.operator(actor);
        return users.operators().stream()
                .map(operator -> UserView.of(operator, 0))
                .toList();
    }

    /**
     * Makes a further operator, whose password is to be handed to them.
     *
     * @throws Refusal.InvalidInput on name, email: REQUIRED, TOO_LONG, UNFIT_CHARACTERS, EMAIL_FORM, EMAIL_TAKEN
     */
    public TemporarySignIn add(Actor actor, @Nullable String typedName, @Nullable String typedEmail) {
        Judged.operator(actor);
        accounts.holdNames();
        AccountInput input = new AccountInput();
        String name = input.userName("name", typedName);
        Optional<EmailAddress> email = input.freeEmail(typedEmail, users);
        input.refuseFaults();
        PortalUser operator = PortalUser.operator(email.orElseThrow(), name, "", clock.instant());
        TemporarySignIn handedOut = TemporarySignIn.handOut(operator, users, passwords, clock.instant());
        users.add(operator);
        return handedOut;
    }

    /** Replaces a forgotten password by a temporary one; whoever is in with the old one is out. */
    public TemporarySignIn resetPassword(Actor actor, UserId id) {
        return TemporarySignIn.handOut(other(actor, id), users, passwords, clock.instant());
    }

    /** Keeps an operator out, from their next click on, until they are enabled again. */
    public void disable(Actor actor, UserId id) {
        other(actor, id).setDisabled(true);
        users.endLinks(id, clock.instant());
    }

    public void enable(Actor actor, UserId id) {
        other(actor, id).setDisabled(false);
    }

    /** So there is always one left: the one who asks. */
    private PortalUser other(Actor actor, UserId id) {
        Judged.operator(actor);
        if (actor instanceof Actor.Operator self && self.id().equals(id)) {
            throw new Refusal.NotAllowed();
        }
        PortalUser user = users.getForChange(id);
        if (user.role() != Role.OPERATOR) {
            throw new Refusal.NotFound();
        }
        return user;
    }
}
