package cl.buzon.desk;

import cl.buzon.attachments.Attachments;
import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseTransitions;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.compensation.Compensation;
import cl.buzon.shared.Actor;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What customers do with their cases: open, read, answer, show files, accept or reject a solution. */
@Stateless
public class CustomerDesk {

    /** Entries of a long history that are shown at once. */
    public static final int STRETCH = 200;

    /** Of a reason, in Unicode characters. */
    private static final int MAX_REASON = 1000;

    private static final Set<CaseAction> WITH_REASON = EnumSet.of(CaseAction.REJECT, CaseAction.CLOSE);

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    @Inject
    private Attachments attachments;

    @Inject
    private ClaimRules rules;

    @Inject
    private Opening opening;

    @Inject
    private Conversation conversation;

    @Inject
    private CaseFiles files;

    @Inject
    private CaseViews views;

    @Inject
    private History history;

    @Inject
    private AnswerTime answerTime;

    @Inject
    private DeadlineSettings settings;

    @Inject
    private Clock clock;

    /** The situations that a claim can be about, in the order of the screen; everybody may know them. */
    public List<CategoryView> categories() {
        return categories.active().stream().map(CaseViews::view).toList();
    }

    /** What happens by itself and when; everybody may know. */
    public Deadlines deadlines() {
        return settings.deadlines();
    }

    /** What a file may be; everybody may know. */
    public FileLimits limits() {
        return files.limits();
    }

    /**
     * Opens a case and assigns it.
     *
     * @throws Refusal.InvalidInput with every rule that the claim breaks
     */
    public CaseNumber open(Actor actor, NewCase wish) {
        Actor.Customer customer = Judged.customer(actor);
        Case opened = opening.open(rules.sound(wish, customer), customer);
        opening.assign(opened);
        return opened.number();
    }

    /** @throws Refusal.NotFound when there is no such case for this customer */
    public CaseView view(Actor actor, CaseNumber number) {
        Case seen = visible(actor, number);
        return views.view(seen, Compensation.customerActions(seen));
    }

    /** The day on which the solution counts as accepted if nobody says anything; empty while there is none to accept. */
    public Optional<LocalDate> acceptedOn(Actor actor, CaseNumber number) {
        Case of = visible(actor, number);
        return of.state() == CaseState.RESOLVED
                ? Optional.of(answerTime.acceptedOn(of.stateSince()))
                : Optional.empty();
    }

    /**
     * The history, the oldest entry first.
     *
     * @param after {@link Page#next} of the page before, absent for the first
     */
    public Page<ActivityView> activities(Actor actor, CaseNumber number, @Nullable String after, int limit) {
        Case of = visible(actor, number);
        List<Activity> found = cases.activities(of.id(), position(after), limit + 1);
        List<Activity> shown = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit ? Integer.toString(shown.get(limit - 1).position()) : null;
        return new Page<>(views.views(of, shown, actor), next, null);
    }

    /** The last entries of the history, the oldest first. */
    public List<ActivityView> thread(Actor actor, CaseNumber number) {
        Case of = visible(actor, number);
        return views.views(of, cases.activities(of.id(), of.activityCount() - STRETCH, STRETCH), actor);
    }

    /**
     * The entries that come before one of the history, the oldest first.
     *
     * @param before {@link ActivityView#position} of that entry
     */
    public List<ActivityView> threadBefore(Actor actor, CaseNumber number, int before) {
        Case of = visible(actor, number);
        int after = Math.max(0, before - 1 - STRETCH);
        return views.views(of, cases.activities(of.id(), after, Math.max(0, before - 1 - after)), actor);
    }

    /** What moved the case on, wherever in the history it stands: the first such entries, the oldest first. */
    public List<ActivityView> turns(Actor actor, CaseNumber number) {
        Case of = visible(actor, number);
        return views.views(of, cases.turns(of.id(), STRETCH), actor);
    }

    /** How many messages the whole history has, the description not among them. */
    public int messages(Actor actor, CaseNumber number) {
        return cases.messages(visible(actor, number).id());
    }

    /**
     * Says something on a case, with files or without.
     *
     * @return the first entry that it made
     * @throws Refusal.IllegalAction CASE_CLOSED
     */
    public ActivityView post(Actor actor, CaseNumber number, NewMessage message) {
        Case on = forChange(actor, number);
        int before = conversation.post(on, message, actor);
        return views.views(on, cases.activities(on.id(), before, 1), actor).get(0);
    }

    /** Adds files without words. */
    public List<AttachmentView> attach(Actor actor, CaseNumber number, List<NewFile> received) {
        return conversation.attach(forChange(actor, number), received, actor).stream()
                .map(CaseViews::view)
                .toList();
    }

    /** All files of a case in the order they came. */
    public List<AttachmentView> files(Actor actor, CaseNumber number) {
        return attachments.of(visible(actor, number).id()).stream()
                .map(CaseViews::view)
                .toList();
    }

    /** @throws Refusal.NotFound also when the file is another case's */
    public FileContent download(Actor actor, CaseNumber number, AttachmentId id) {
        return files.open(visible(actor, number).id(), id);
    }

    /**
     * Accepts or rejects a solution, closes a case, or withdraws the request for compensation.
     *
     * @throws Refusal.IllegalAction when the case does not take it now
     */
    public void act(Actor actor, CaseNumber number, CaseAction action, @Nullable String reason) {
        act(actor, number, Expected.ANY, action, reason);
    }

    /**
     * As {@link #act(Actor, CaseNumber, CaseAction, String)}, but only on the case that the customer has seen.
     *
     * @throws Refusal.Changed when it is another by now
     */
    public void act(Actor actor, CaseNumber number, Expected expected, CaseAction action, @Nullable String reason) {
        Case on = forChange(actor, number);
        expected.judge(on);
        String words = Wording.tidy(reason);
        if (action == CaseAction.WITHDRAW) {
            Compensation.of(on)
                    .withdrawn(on)
                    .applyTo(on, actor, clock.instant())
                    .ifPresent(withdrawn -> history.record(on, withdrawn));
        } else {
            if (CaseTransitions.target(on.state(), action, CaseTransitions.Party.CUSTOMER)
                    .isEmpty()) {
                throw new Refusal.IllegalAction(Compensation.customerActions(on));
            }
            faultyReason(action, words).ifPresent(fault -> {
                throw new Refusal.InvalidInput(fault);
            });
            history.record(
                    on,
                    on.act(
                            action,
                            CaseTransitions.Party.CUSTOMER,
                            words.isEmpty() ? null : words,
                            actor,
                            clock.instant()));
        }
    }

    private static Optional<Fault> faultyReason(CaseAction action, String words) {
        return WITH_REASON.contains(action)
                ? Wording.fault("reason", words, MAX_REASON)
                : Wording.optionalFault("reason", words, MAX_REASON);
    }

    private Case visible(Actor actor, CaseNumber number) {
        return cases.get(number, Judged.cases(Judged.customer(actor)));
    }

    private Case forChange(Actor actor, CaseNumber number) {
        return cases.getForChange(number, Judged.cases(Judged.customer(actor)));
    }

    private static int position(@Nullable String after) {
        try {
            return after == null ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new Refusal.BadCursor();
        }
    }
}
