package cl.buzon.desk;

import cl.buzon.assignment.Assigner;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseTransitions;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Viewer;
import cl.buzon.compensation.Compensation;
import cl.buzon.messages.CustomerMessage;
import cl.buzon.messages.WorkNote;
import cl.buzon.messages.WorkNotes;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What executives do with cases, at the staff calls or through the ticketing system: both come in by this door. */
@Stateless
public class ExecutiveDesk {

    /** Of a reason, in Unicode characters. */
    private static final int MAX_REASON = 1000;

    private static final int MAX_CODE = 60;

    /** Why a case may be cancelled. */
    private static final Set<String> CANCEL_REASONS = Set.of("DUPLICATE", "MISTAKE", "SPAM", "DELIVERED");

    /** These belong to the customer. */
    private static final Set<CompensationState> NOT_STAFFS =
            EnumSet.of(CompensationState.REQUESTED, CompensationState.WITHDRAWN);

    private static final Viewer ALL = new Viewer.BackOffice();

    @Inject
    private Cases cases;

    @Inject
    private WorkNotes notes;

    @Inject
    private Executives executives;

    @Inject
    private Assigner assigner;

    @Inject
    private Conversation conversation;

    @Inject
    private CaseViews views;

    @Inject
    private History history;

    @Inject
    private Clock clock;

    /** @throws Refusal.NotFound when there is no such case */
    public CaseView view(Actor actor, CaseNumber number) {
        Judged.staff(actor);
        Case seen = cases.get(number, ALL);
        return views.view(seen, CaseTransitions.allowed(seen.state(), CaseTransitions.Party.STAFF));
    }

    /** Says something that the customer reads; the first words take a new case on. */
    public ActivityView post(Actor actor, CaseNumber number, NewMessage message) {
        Judged.staff(actor);
        Case on = cases.getForChange(number, ALL);
        int before = conversation.post(on, message, actor);
        return views.views(on, cases.activities(on.id(), before, 1), actor).get(0);
    }

    /** Writes a note that no customer ever sees. */
    public UUID note(Actor actor, CaseNumber number, @Nullable String text) {
        Actor.Executive author = Judged.executive(actor);
        Case on = cases.getForChange(number, ALL);
        String words = Wording.tidy(text);
        refuse(Wording.fault("text", words, CustomerMessage.MAX_LENGTH));
        WorkNote note = new WorkNote(on.id(), words, author, clock.instant());
        notes.add(note);
        return note.id();
    }

    /** Adds files that the customer sees. */
    public List<AttachmentView> attach(Actor actor, CaseNumber number, List<NewFile> files) {
        Judged.staff(actor);
        return conversation.attach(cases.getForChange(number, ALL), files, actor).stream()
                .map(CaseViews::view)
                .toList();
    }

    /**
     * Takes a case on, asks for information, resolves or cancels.
     *
     * @param reason for request-info what is missing, for cancel one of DUPLICATE, MISTAKE, SPAM, DELIVERED; the
     *     ticketing system knows neither
     * @param resolution for resolve alone
     * @throws Refusal.IllegalAction when the case does not take it now
     */
    public void act(Actor actor, CaseNumber number, CaseAction action, @Nullable String reason, Resolution resolution) {
        act(actor, number, Expected.ANY, action, reason, resolution);
    }

    /**
     * As {@link #act(Actor, CaseNumber, CaseAction, String, Resolution)}, but only on the case that the executive has seen.
     *
     * @throws Refusal.Changed when it is another by now
     */
    public void act(
            Actor actor,
            CaseNumber number,
            Expected expected,
            CaseAction action,
            @Nullable String reason,
            Resolution resolution) {
        Judged.staff(actor);
        Case on = cases.getForChange(number, ALL);
        expected.judge(on);
        String words = Wording.tidy(reason);
        if (CaseTransitions.target(on.state(), action, CaseTransitions.Party.STAFF)
                .isEmpty()) {
            throw new Refusal.IllegalAction(CaseTransitions.allowed(on.state(), CaseTransitions.Party.STAFF));
        }
        refuse(fault(action, words, actor.origin()));
        if (action == CaseAction.RESOLVE) {
            resolve(on, resolution);
        }
        history.record(
                on,
                on.act(action, CaseTransitions.Party.STAFF, words.isEmpty() ? null : words, actor, clock.instant()));
    }

    /**
     * Decides or pays a compensation, also of a closed case.
     *
     * @throws Refusal.InvalidInput when the state is none that staff set, or an amount is missing or out of range
     */
    public void compensate(Actor actor, CaseNumber number, NewCompensation wish) {
        compensate(actor, number, Expected.ANY, wish);
    }

    /**
     * As {@link #compensate(Actor, CaseNumber, NewCompensation)}, but only on the case that the executive has seen.
     *
     * @throws Refusal.Changed when it is another by now
     */
    public void compensate(Actor actor, CaseNumber number, Expected expected, NewCompensation wish) {
        Judged.staff(actor);
        Case on = cases.getForChange(number, ALL);
        expected.judge(on);
        Compensation.of(on)
                .decided(state(wish), wish.approvedAmount(), wish.paidAmount())
                .applyTo(on, actor, clock.instant())
                .ifPresent(changed -> history.record(on, changed));
    }

    /**
     * Gives the case to an executive at the wish of the ticketing system, which no rule can refuse.
     *
     * @param email of the executive
     * @throws Refusal.NotFound when nobody has this e-mail
     */
    public void assign(Actor actor, CaseNumber number, String email) {
        Judged.staff(actor);
        ExecutiveId executive = executives.findByEmail(email).map(Executive::id).orElseThrow(Refusal.NotFound::new);
        Case on = cases.getForChange(number, ALL);
        if (!on.executive().equals(Optional.of(executive))) {
            assigner.assignTo(on.id(), executive);
            history.record(on, on.assignTo(executive, actor, clock.instant()));
        }
    }

    /**
     * Brings a case to the state that the ticketing system says it has, by as many moves as that takes.
     *
     * @param overruling whether the customer's last move does not count, for it came too late
     * @param resolution replaces what the case was resolved with, where it says anything
     * @throws Refusal.IllegalAction when no moves lead there
     */
    public void follow(Actor actor, CaseNumber number, CaseState to, boolean overruling, Resolution resolution) {
        Judged.staff(actor);
        Case on = cases.getForChange(number, ALL);
        List<CaseTransitions.Move> path = CaseTransitions.path(on.state(), to, overruling)
                .orElseThrow(() ->
                        new Refusal.IllegalAction(CaseTransitions.allowed(on.state(), CaseTransitions.Party.STAFF)));
        if (resolution.code() != null || resolution.notes() != null) {
            resolve(on, resolution);
        }
        for (CaseTransitions.Move move : path) {
            history.record(on, on.act(move.action(), move.party(), null, actor, clock.instant()));
        }
    }

    private static void resolve(Case on, Resolution resolution) {
        String code = Wording.tidy(resolution.code());
        String words = Wording.tidy(resolution.notes());
        refuse(Wording.optionalFault("code", code, MAX_CODE));
        refuse(Wording.optionalFault("notes", words, CustomerMessage.MAX_LENGTH));
        on.resolvedWith(code.isEmpty() ? null : code, words.isEmpty() ? null : words);
    }

    private static Optional<Fault> fault(CaseAction action, String reason, Origin origin) {
        if (origin == Origin.SYNC) {
            return Wording.optionalFault("reason", reason, MAX_REASON);
        }
        if (action == CaseAction.CANCEL && !CANCEL_REASONS.contains(reason)) {
            return Optional.of(Fault.of(
                    "reason",
                    "UNKNOWN_REASON",
                    String.join(", ", CANCEL_REASONS.stream().sorted().toList())));
        }
        return action == CaseAction.REQUEST_INFO
                ? Wording.fault("reason", reason, MAX_REASON)
                : Wording.optionalFault("reason", reason, MAX_REASON);
    }

    private static CompensationState state(NewCompensation wish) {
        return Arrays.stream(CompensationState.values())
                .filter(state -> state.name().equals(wish.state()))
                .filter(state -> !NOT_STAFFS.contains(state))
                .findFirst()
                .orElseThrow(() -> new Refusal.InvalidInput(Fault.of("state", "UNKNOWN_STATE")));
    }

    private static void refuse(Optional<Fault> fault) {
        fault.ifPresent(broken -> {
            throw new Refusal.InvalidInput(broken);
        });
    }
}
