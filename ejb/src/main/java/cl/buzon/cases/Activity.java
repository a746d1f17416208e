package cl.buzon.cases;

import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of the history of a case: written once, in the transaction that made it true, and never changed. */
@Entity
@Table(name = "activity")
public class Activity {

    /** What kind of thing happened, which says which of the optional parts are there. */
    public enum Type {
        MESSAGE,
        FILE,
        STATE,
        ASSIGNMENT,
        COMPENSATION
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    // Only ever asked for by queries: who may see it
    @Column(name = "account_id")
    @SuppressWarnings("UnusedVariable")
    private UUID accountId;

    @Column(name = "reporter_id")
    @SuppressWarnings("UnusedVariable")
    private UUID reporterId;

    private int position;

    // Given by the database once the entry is committed
    @Column(name = "feed_position", insertable = false, updatable = false)
    private @Nullable Long feedPosition;

    @Enumerated(EnumType.STRING)
    private Type type;

    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private ActorKind actorKind;

    @Column(name = "actor_id")
    private @Nullable UUID actorId;

    @Column(name = "actor_name")
    private String actorName;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "message_id")
    private @Nullable UUID messageId;

    @Column(name = "attachment_id")
    private @Nullable UUID attachmentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private @Nullable CaseState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private @Nullable CaseState to;

    private @Nullable String reason;

    @Column(name = "executive_id")
    private @Nullable UUID executiveId;

    @Enumerated(EnumType.STRING)
    @Column(name = "compensation_state")
    private @Nullable CompensationState compensationState;

    @Column(name = "claimed_amount")
    private @Nullable Long claimedAmount;

    @Column(name = "approved_amount")
    private @Nullable Long approvedAmount;

    @Column(name = "paid_amount")
    private @Nullable Long paidAmount;

    @SuppressWarnings("NullAway.Init")
    protected Activity() {}

    private Activity(Case on, Type type, Actor actor, Instant at) {
        this.id = UUID.randomUUID();
        this.caseId = on.id().value();
        this.accountId = on.account().value();
        this.reporterId = on.reporter().value();
        this.position = on.nextPosition(at);
        this.type = type;
        this.at = at;
        this.actorKind = ActorKind.of(actor);
        this.actorId = actor.person().orElse(null);
        this.actorName = actor.name();
        this.origin = actor.origin();
    }

    static Activity message(Case on, MessageId message, Actor actor, Instant at) {
        Activity activity = new Activity(on, Type.MESSAGE, actor, at);
        activity.messageId = message.value();
        return activity;
    }

    static Activity file(Case on, AttachmentId attachment, Actor actor, Instant at) {
        Activity activity = new Activity(on, Type.FILE, actor, at);
        activity.attachmentId = attachment.value();
        return activity;
    }

    static Activity state(Case on, @Nullable CaseState from, @Nullable String reason, Actor actor, Instant at) {
        Activity activity = new Activity(on, Type.STATE, actor, at);
        activity.from = from;
        activity.to = on.state();
        activity.reason = reason;
        return activity;
    }

    static Activity assignment(Case on, ExecutiveId executive, Actor actor, Instant at) {
        Activity activity = new Activity(on, Type.ASSIGNMENT, actor, at);
        activity.executiveId = executive.value();
        return activity;
    }

    static Activity compensation(Case on, Actor actor, Instant at) {
        Activity activity = new Activity(on, Type.COMPENSATION, actor, at);
        CompensationTerms terms = on.compensation();
        activity.compensationState = terms.state();
        activity.claimedAmount = terms.claimedAmount();
        activity.approvedAmount = terms.approvedAmount();
        activity.paidAmount = terms.paidAmount();
        return activity;
    }

    public UUID id() {
        return id;
    }

    public CaseId caseId() {
        return new CaseId(caseId);
    }

    /** Counts from 1 within the case, without gaps. */
    public int position() {
        return position;
    }

    /** Its place in the {@link CaseFeed}; none before it has been committed and numbered. */
    public Optional<Long> feedPosition() {
        return Optional.ofNullable(feedPosition);
    }

    public Type type() {
        return type;
    }

    public Instant at() {
        return at;
    }

    public ActorKind actorKind() {
        return actorKind;
    }

    public String actorName() {
        return actorName;
    }

    /** The user or executive who did it; a machine is nobody. */
    public Optional<UUID> person() {
        return Optional.ofNullable(actorId);
    }

    /** By which way it came. */
    public Origin origin() {
        return origin;
    }

    public Optional<MessageId> message() {
        return Optional.ofNullable(messageId).map(MessageId::new);
    }

    public Optional<AttachmentId> attachment() {
        return Optional.ofNullable(attachmentId).map(AttachmentId::new);
    }

    public Optional<CaseState> from() {
        return Optional.ofNullable(from);
    }

    public Optional<CaseState> to() {
        return Optional.ofNullable(to);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<ExecutiveId> executive() {
        return Optional.ofNullable(executiveId).map(ExecutiveId::new);
    }

    /** The compensation as this entry left it. */
    public Optional<CompensationTerms> compensation() {
        return Optional.ofNullable(compensationState)
                .map(state -> new CompensationTerms(state, claimedAmount, approvedAmount, paidAmount));
    }
}
