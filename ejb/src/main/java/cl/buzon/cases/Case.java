package cl.buzon.cases;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One claim. A customer opens it, an executive takes it, both talk, the executive resolves it, and the customer accepts,
 * or five working days pass, and it is closed. Number, parcel and words never change after opening; the state moves only
 * along {@link CaseTransitions}; every change is an {@link Activity} that the caller records with {@link Cases}.
 */
@Entity(name = "ClaimCase")
@Table(name = "claim_case")
public class Case {

    @Id
    private UUID id;

    private String number;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "reporter_id")
    private UUID reporterId;

    @Column(name = "category_code")
    private String category;

    @Column(name = "tracking_number")
    private @Nullable String trackingNumber;

    private String subject;

    private String description;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @Column(name = "state_since")
    private Instant stateSince;

    @Column(name = "executive_id")
    private @Nullable UUID executiveId;

    @Enumerated(EnumType.STRING)
    @Column(name = "compensation_state")
    private CompensationState compensationState;

    @Column(name = "claimed_amount")
    private @Nullable Long claimedAmount;

    @Column(name = "approved_amount")
    private @Nullable Long approvedAmount;

    @Column(name = "paid_amount")
    private @Nullable Long paidAmount;

    /** Derived from the other amounts; kept so that the report can be sorted by it. */
    @Column(name = "shown_amount")
    private @Nullable Long shownAmount;

    @Column(name = "related_to")
    private @Nullable UUID relatedTo;

    @Column(name = "resolution_code")
    private @Nullable String resolutionCode;

    @Column(name = "resolution_notes")
    private @Nullable String resolutionNotes;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    private int rejections;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "activity_count")
    private int activityCount;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Case() {}

    private Case(CaseNumber number, Claim claim, Actor.Customer reporter, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number.value();
        this.accountId = reporter.account().value();
        this.reporterId = reporter.id().value();
        this.category = claim.category();
        this.trackingNumber =
                claim.trackingNumber() == null ? null : claim.trackingNumber().value();
        this.subject = claim.subject();
        this.description = claim.description();
        this.relatedTo = claim.relatedTo() == null ? null : claim.relatedTo().value();
        this.state = CaseState.NEW;
        this.stateSince = now;
        this.compensationState = CompensationState.NOT_REQUESTED;
        this.origin = reporter.origin();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** A new case, on nobody's desk yet. */
    public static Case open(CaseNumber number, Claim claim, Actor.Customer reporter, Instant now) {
        return new Case(number, claim, reporter, now);
    }

    /** The first entry of the history. */
    public Activity opened(Actor actor) {
        return Activity.state(this, null, null, actor, createdAt);
    }

    /**
     * Moves the state. The solution's words, unless a reason is given, are the reason of being resolved: so they stay in the
     * history, whatever becomes of the case.
     *
     * @throws Refusal.IllegalAction when the table has no such move; it names the moves that it has for the party
     */
    public Activity act(
            CaseAction action, CaseTransitions.Party party, @Nullable String reason, Actor actor, Instant now) {
        CaseState before = state;
        state = CaseTransitions.target(state, action, party)
                .orElseThrow(() -> new Refusal.IllegalAction(CaseTransitions.allowed(before, party)));
        stateSince = now;
        if (action == CaseAction.RESOLVE) {
            resolvedAt = now;
        } else if (action == CaseAction.REJECT) {
            resolvedAt = null;
            rejections++;
        } else if (action == CaseAction.REOPEN) {
            resolvedAt = null;
        }
        boolean solved = action == CaseAction.RESOLVE && reason == null;
        return Activity.state(this, before, solved ? resolutionNotes : reason, actor, now);
    }

    /** Keeps with what the case is being resolved. */
    public void resolvedWith(@Nullable String code, @Nullable String notes) {
        resolutionCode = code;
        resolutionNotes = notes;
    }

    /** Gives the case to an executive, whatever its state. */
    public Activity assignTo(ExecutiveId executive, Actor actor, Instant now) {
        executiveId = executive.value();
        return Activity.assignment(this, executive, actor, now);
    }

    public Activity said(MessageId message, Actor actor, Instant now) {
        refuseWhenFinal(actor);
        return Activity.message(this, message, actor, now);
    }

    public Activity attached(AttachmentId attachment, Actor actor, Instant now) {
        refuseWhenFinal(actor);
        return Activity.file(this, attachment, actor, now);
    }

    /** The compensation package decides whether this may be; a closed case's compensation goes on. */
    public Activity compensate(CompensationTerms terms, Actor actor, Instant now) {
        boolean wasPaid = compensationState == CompensationState.PAID;
        compensationState = terms.state();
        claimedAmount = terms.claimedAmount();
        approvedAmount = terms.approvedAmount();
        paidAmount = terms.paidAmount();
        paidAt = terms.state() != CompensationState.PAID ? null : wasPaid ? paidAt : now;
        shownAmount = terms.shownAmount().map(Clp::amount).orElse(null);
        return Activity.compensation(this, actor, now);
    }

    /**
     * A final case takes no words and no files any more, but for those that were already said on the other side when
     * that was heard here: they are not lost.
     *
     * @throws Refusal.IllegalAction CASE_CLOSED
     */
    public void refuseWhenFinal(Actor actor) {
        if (state.isFinal() && actor.origin() != Origin.SYNC) {
            throw new Refusal.IllegalAction(
                    "CASE_CLOSED", CaseTransitions.allowed(state, CaseTransitions.Party.CUSTOMER));
        }
    }

    int nextPosition(Instant now) {
        updatedAt = now;
        return ++activityCount;
    }

    public CaseId id() {
        return new CaseId(id);
    }

    public CaseNumber number() {
        return new CaseNumber(number);
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public UserId reporter() {
        return new UserId(reporterId);
    }

    public String category() {
        return category;
    }

    public Optional<String> trackingNumber() {
        return Optional.ofNullable(trackingNumber);
    }

    public String subject() {
        return subject;
    }

    public String description() {
        return description;
    }

    public CaseState state() {
        return state;
    }

    /** When the state was last entered. */
    public Instant stateSince() {
        return stateSince;
    }

    public Optional<ExecutiveId> executive() {
        return Optional.ofNullable(executiveId).map(ExecutiveId::new);
    }

    public CompensationTerms compensation() {
        return new CompensationTerms(compensationState, claimedAmount, approvedAmount, paidAmount);
    }

    public Optional<CaseId> relatedTo() {
        return Optional.ofNullable(relatedTo).map(CaseId::new);
    }

    /** The back office's short code for how it was resolved. */
    public Optional<String> resolutionCode() {
        return Optional.ofNullable(resolutionCode);
    }

    public Optional<String> resolutionNotes() {
        return Optional.ofNullable(resolutionNotes);
    }

    /** When the solution that stands was given. */
    public Optional<Instant> resolvedAt() {
        return Optional.ofNullable(resolvedAt);
    }

    public Optional<Instant> paidAt() {
        return Optional.ofNullable(paidAt);
    }

    public Origin origin() {
        return origin;
    }

    /** How often the customer has rejected a solution. */
    public int rejections() {
        return rejections;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** How many entries the history has. */
    public int activityCount() {
        return activityCount;
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }
}
