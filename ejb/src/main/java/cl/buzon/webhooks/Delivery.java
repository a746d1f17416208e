package cl.buzon.webhooks;

import cl.buzon.shared.CaseId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell to one webhook. It waits for its turn among those of its case, is then due, leased to whoever sends
 * it, and in the end delivered or given up; after that it can be replayed.
 */
@Entity
@Table(name = "webhook_delivery")
public class Delivery {

    /** Where it stands. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    /** For how long whoever sends it has it: well beyond the deadline of an attempt. */
    static final Duration LEASE = Duration.ofMinutes(1);

    @Id
    private UUID id;

    // Given by the database in the order of adding
    @Column(insertable = false, updatable = false)
    private long number;

    @Column(name = "webhook_id")
    private UUID webhookId;

    @Column(name = "case_id")
    private @Nullable UUID caseId;

    @Column(name = "case_number")
    private @Nullable String caseNumber;

    // Only there so that nothing is told twice
    @Column(name = "activity_id")
    @SuppressWarnings("UnusedVariable")
    private @Nullable UUID activityId;

    private String type;

    private String body;

    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;

    private int attempts;

    private @Nullable UUID lease;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "first_attempt_at")
    private @Nullable Instant firstAttemptAt;

    @Column(name = "last_attempt_at")
    private @Nullable Instant lastAttemptAt;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "last_status")
    private @Nullable Integer lastStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_error")
    private @Nullable Trouble lastError;

    @Column(name = "last_answer")
    private @Nullable String lastAnswer;

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    private Delivery(Webhook to, String type, String body, Instant now) {
        this.id = UUID.randomUUID();
        this.webhookId = to.id();
        this.type = type;
        this.body = body;
        this.createdAt = now;
    }

    /** Of something that happened to a case; waits for its turn. */
    static Delivery of(Webhook to, NewDelivery tells, Instant now) {
        Delivery delivery = new Delivery(to, tells.type(), tells.body(), now);
        delivery.activityId = tells.activity();
        delivery.caseId = tells.caseId().value();
        delivery.caseNumber = tells.number().value();
        return delivery;
    }

    /** Of no case, so it waits for nobody. */
    static Delivery alone(Webhook to, String type, String body, Instant now) {
        Delivery delivery = new Delivery(to, type, body, now);
        delivery.beginTurn(now);
        return delivery;
    }

    /** It is the first of its case now. */
    void beginTurn(Instant now) {
        nextAttemptAt = now;
    }

    /** As if it had never been sent; its name stays the same, by which the receiver knows it. */
    void queueAgain() {
        state = State.PENDING;
        attempts = 0;
        firstAttemptAt = null;
        finishedAt = null;
    }

    /** Takes it in hand for an attempt. */
    UUID leaseTo(Instant now) {
        attempts++;
        firstAttemptAt = firstAttemptAt == null ? now : firstAttemptAt;
        lastAttemptAt = now;
        nextAttemptAt = now.plus(LEASE);
        lease = UUID.randomUUID();
        return lease;
    }

    boolean isLeased() {
        return lease != null;
    }

    boolean isLeasedBy(UUID holder) {
        return holder.equals(lease);
    }

    /** Writes down what came of an attempt. */
    void settle(Attempt attempt, RetrySchedule schedule, Instant now) {
        lease = null;
        lastStatus = attempt.status();
        lastError = attempt.trouble();
        lastAnswer = attempt.answer();
        nextAttemptAt = attempt.isDelivered()
                ? null
                : schedule.next(attempts, firstAttemptAt(), now).orElse(null);
        if (nextAttemptAt == null) {
            state = attempt.isDelivered() ? State.DELIVERED : State.FAILED;
            finishedAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    /** Counts in the order in which they were made. */
    public long number() {
        return number;
    }

    public Optional<CaseId> caseId() {
        return Optional.ofNullable(caseId).map(CaseId::new);
    }

    public Optional<String> caseNumber() {
        return Optional.ofNullable(caseNumber);
    }

    public String type() {
        return type;
    }

    String body() {
        return body;
    }

    public State state() {
        return state;
    }

    /** Since it was made, or last replayed. */
    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Of the present attempts; when there has been none, when it was made. */
    Instant firstAttemptAt() {
        return firstAttemptAt == null ? createdAt : firstAttemptAt;
    }

    public Optional<Instant> lastAttemptAt() {
        return Optional.ofNullable(lastAttemptAt);
    }

    /** None while it waits for an earlier one of its case, and in the end. */
    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    public Optional<Integer> lastStatus() {
        return Optional.ofNullable(lastStatus);
    }

    public Optional<Trouble> lastError() {
        return Optional.ofNullable(lastError);
    }

    public Optional<String> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }
}
