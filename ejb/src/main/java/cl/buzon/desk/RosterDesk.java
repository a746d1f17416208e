package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.assignment.Absence;
import cl.buzon.assignment.AccountTeam;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.assignment.Load;
import cl.buzon.cases.Categories;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who works on cases, when they are away, and which companies they look after: the operator's affair. */
@Stateless
public class RosterDesk {

    private Executives executives;
    private Accounts accounts;
    private Categories categories;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected RosterDesk() {}

    @Inject
    public RosterDesk(Executives executives, Accounts accounts, Categories categories, Clock clock) {
        this.executives = executives;
        this.accounts = accounts;
        this.categories = categories;
        this.clock = clock;
    }

    /** Everybody by name, those who no longer work here too. */
    public List<ExecutiveView> executives(Actor actor) {
        requireOperator(actor);
        Map<ExecutiveId, Load> loads = executives.loadsNow();
        Map<ExecutiveId, LocalDate> absent = absentUntil();
        return executives.byName().stream().map(one -> view(one, loads, absent)).toList();
    }

    /** @throws Refusal.NotFound when there is none */
    public ExecutiveView executive(Actor actor, ExecutiveId id) {
        requireOperator(actor);
        return view(get(id), executives.loadsNow(), absentUntil());
    }

    /**
     * Takes an executive on.
     *
     * @throws Refusal.InvalidInput on name, email, capacity: REQUIRED, TOO_LONG, UNFIT_CHARACTERS, EMAIL_FORM, EMAIL_TAKEN,
     *     OUT_OF_RANGE
     */
    public ExecutiveId hire(Actor actor, TypedExecutive typed) {
        requireOperator(actor);
        return add(new RosterInput(executives).executive(typed, null, categories));
    }

    /**
     * Says anew who an executive is, how much they can carry, what they know well, and whether they get new cases.
     *
     * @throws Refusal.InvalidInput as {@link #hire}
     */
    public void change(Actor actor, ExecutiveId id, TypedExecutive typed) {
        requireOperator(actor);
        Executive executive = get(id);
        NewExecutive sound = new RosterInput(executives).executive(typed, id, categories);
        executive.introduce(sound.name(), sound.email());
        executive.setCapacity(sound.capacity());
        executive.setSkills(sound.skills());
        executive.setActive(typed.active());
    }

    /** The absences of an executive that have not ended, the first first. */
    public List<AbsenceView> absences(Actor actor, ExecutiveId id) {
        requireOperator(actor);
        List<Absence> found = executives.absences(today()).stream()
                .filter(absence -> absence.executive().equals(id))
                .toList();
        Map<ExecutiveId, Executive> delegates = executives.byIds(
                found.stream().flatMap(absence -> absence.delegate().stream()).toList());
        return found.stream()
                .map(absence -> new AbsenceView(
                        absence.id(),
                        absence.firstDay(),
                        absence.lastDay(),
                        absence.delegate()
                                .map(delegates::get)
                                .map(Executive::name)
                                .orElse(null)))
                .toList();
    }

    /**
     * Days on which an executive takes no cases; they end by themselves.
     *
     * @throws Refusal.InvalidInput on firstDay, lastDay, delegate: REQUIRED, DATE_FORM, DATE_ORDER, UNKNOWN_EXECUTIVE,
     *     OWN_DELEGATE
     */
    public void absent(Actor actor, ExecutiveId id, TypedAbsence typed) {
        requireOperator(actor);
        executives.add(new RosterInput(executives).absence(get(id).id(), typed));
    }

    /** Has an executive back from today on; an absence that has not begun is taken back. */
    public void back(Actor actor, ExecutiveId id, UUID absence) {
        requireOperator(actor);
        Absence ended = executives.absence(id, absence);
        if (ended.firstDay().isBefore(today())) {
            ended.endBefore(today());
        } else {
            executives.remove(ended);
        }
    }

    /** @throws Refusal.NotFound when there is no such company */
    public TeamView team(Actor actor, AccountId account) {
        requireOperator(actor);
        AccountTeam team = executives.team(accounts.get(account).id());
        return new TeamView(team.primary(), team.backup());
    }

    /**
     * Says anew who looks after a company's cases, as typed.
     *
     * @param primary id of an executive, empty for nobody
     * @param backup as primary
     * @throws Refusal.InvalidInput on primary, backup: UNKNOWN_EXECUTIVE, SAME_EXECUTIVE
     */
    public void setTeam(Actor actor, AccountId account, @Nullable String primary, @Nullable String backup) {
        requireOperator(actor);
        RosterInput input = new RosterInput(executives);
        ExecutiveId first = input.person("primary", primary);
        ExecutiveId second = input.person("backup", backup);
        if (first != null && first.equals(second)) {
            input.complain("backup", "SAME_EXECUTIVE");
        }
        input.refuseFaults();
        executives.setTeam(accounts.get(account).id(), new AccountTeam(first, second));
    }

    private Executive get(ExecutiveId id) {
        return executives.find(id).orElseThrow(Refusal.NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.SANTIAGO);
    }

    private Map<ExecutiveId, LocalDate> absentUntil() {
        LocalDate today = today();
        return executives.absences(today).stream()
                .filter(absence -> !absence.firstDay().isAfter(today))
                .collect(Collectors.toMap(
                        Absence::executive, Absence::lastDay, (one, other) -> one.isAfter(other) ? one : other));
    }

    private static ExecutiveView view(
            Executive executive, Map<ExecutiveId, Load> loads, Map<ExecutiveId, LocalDate> absent) {
        return new ExecutiveView(
                executive.id(),
                executive.name(),
                executive.email(),
                executive.isActive(),
                executive.capacity().orElse(null),
                loads.getOrDefault(executive.id(), Load.NONE).cases(),
                executive.skills(),
                absent.get(executive.id()));
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
