package cl.buzon.desk;

import cl.buzon.assignment.Absence;
import cl.buzon.assignment.AccountTeam;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works on cases, when they are away, and which companies they look after: the operator's affair. */
@Stateless
public class RosterDesk {

    private Executives executives;

    @SuppressWarnings("NullAway.Init")
    protected RosterDesk() {}

    @Inject
    public RosterDesk(Executives executives) {
        this.executives = executives;
    }

    /** The executive with this e-mail, if there is one. */
    public Optional<ExecutiveId> executive(Actor actor, String email) {
        requireOperator(actor);
        return executives.findByEmail(email).map(Executive::id);
    }

    /** Takes an executive on; one whose e-mail is known already stays as they are. */
    public ExecutiveId takeOn(Actor actor, NewExecutive wish) {
        return executive(actor, wish.email()).orElseGet(() -> add(wish));
    }

    /**
     * Days, both included, on which an executive takes no cases.
     *
     * @param delegate who looks after their companies meanwhile, absent for those companies' backups
     * @throws Refusal.NotFound when there is no such executive
     */
    public void absent(
            Actor actor, ExecutiveId executive, LocalDate firstDay, LocalDate lastDay, @Nullable ExecutiveId delegate) {
        requireOperator(actor);
        Executive absent = executives.find(executive).orElseThrow(Refusal.NotFound::new);
        executives.add(new Absence(absent.id(), firstDay, lastDay, delegate));
    }

    /** Says anew who looks after a company's cases. */
    public void team(Actor actor, AccountId account, @Nullable ExecutiveId primary, @Nullable ExecutiveId backup) {
        requireOperator(actor);
        executives.setTeam(account, new AccountTeam(primary, backup));
    }

    private ExecutiveId add(NewExecutive wish) {
        Executive executive = new Executive(ExecutiveId.random(), wish.email(), wish.name());
        executive.setCapacity(wish.capacity());
        executive.setSkills(wish.skills());
        executives.add(executive);
        return executive.id();
    }

    private static void requireOperator(Actor actor) {
        boolean demo = actor instanceof Actor.Machine && actor.origin() == Origin.DEMO;
        if (!demo && !(actor instanceof Actor.Operator)) {
            throw new Refusal.NotAllowed();
        }
    }
}
