package cl.buzon.notifications;

import cl.buzon.accounts.PortalUser;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.Pauses;
import cl.buzon.shared.UserId;
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
 * One letter to one user. It is due, leased to whoever sends it, and tried until the mail server takes it; only an address
 * that is refused for good ends it otherwise. Without a mail server it is kept.
 */
@Entity
@Table(name = "mail")
public class Mail {

    /** What it is about. */
    public enum Kind {
        CASE,
        REMINDER,
        RESET,
        INVITATION,
        PASSWORD_CHANGED
    }

    /** Where it stands. */
    public enum State {
        PENDING,
        SENT,
        /** The address takes no mail, for good. */
        REFUSED,
        /** There was no mail server. */
        KEPT,
        /** The link in it had lost its use before it was sent. */
        OBSOLETE
    }

    /** For how long whoever sends it has it: well beyond what an attempt can take. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final int MAX_ANSWER = 500;

    @Id
    private UUID id;

    // Given by the database in the order of adding
    @Column(insertable = false, updatable = false)
    private long number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "case_id")
    private @Nullable UUID caseId;

    @Column(name = "link_id")
    private @Nullable UUID linkId;

    private String address;

    private String subject;

    @Column(name = "body_text")
    private String text;

    @Column(name = "body_html")
    private String html;

    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;

    private int attempts;

    private @Nullable UUID lease;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_attempt_at")
    private @Nullable Instant lastAttemptAt;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_error")
    private @Nullable Trouble lastError;

    @Column(name = "last_answer")
    private @Nullable String lastAnswer;

    @SuppressWarnings("NullAway.Init")
    protected Mail() {}

    public Mail(Kind kind, PortalUser to, Letter letter, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.userId = to.id().value();
        this.address = to.email().value();
        this.subject = letter.subject();
        this.text = letter.text();
        this.html = letter.html();
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** Of which case it tells. */
    public Mail about(CaseId about) {
        caseId = about.value();
        return this;
    }

    /** Which link is to be enclosed when it is sent. */
    public Mail enclosing(UUID link) {
        linkId = link;
        return this;
    }

    /** Takes it in hand for an attempt. */
    UUID leaseTo(Instant now) {
        attempts++;
        lastAttemptAt = now;
        nextAttemptAt = now.plus(LEASE);
        lease = UUID.randomUUID();
        return lease;
    }

    boolean isLeasedBy(UUID holder) {
        return holder.equals(lease);
    }

    /** There is nobody to give it to. */
    void keep(Letter asRead, Instant now) {
        text = asRead.text();
        html = asRead.html();
        end(State.KEPT, now);
    }

    void end(State last, Instant now) {
        state = last;
        lease = null;
        nextAttemptAt = null;
        finishedAt = now;
    }

    /** Writes down what came of an attempt. */
    void settle(Outcome outcome, Pauses pauses, Instant now) {
        lastError = outcome.trouble();
        lastAnswer = outcome.answer() == null ? null : cut(outcome.answer());
        if (outcome.isSent()) {
            end(State.SENT, now);
        } else if (outcome.trouble() == Trouble.ADDRESS_REFUSED) {
            end(State.REFUSED, now);
        } else {
            lease = null;
            nextAttemptAt = pauses.after(attempts, now);
        }
    }

    private static String cut(String answer) {
        return answer.length() <= MAX_ANSWER ? answer : answer.substring(0, MAX_ANSWER);
    }

    /** Whether it can be sent once more: what was kept or refused, unless it would enclose a link. */
    public boolean isRepeatable() {
        return linkId == null && (state == State.KEPT || state == State.REFUSED);
    }

    /** As if it had never been tried. */
    public void queueAgain(Instant now) {
        state = State.PENDING;
        attempts = 0;
        finishedAt = null;
        nextAttemptAt = now;
    }

    public UUID id() {
        return id;
    }

    /** Counts in the order in which they were written. */
    public long number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public UserId user() {
        return new UserId(userId);
    }

    public Optional<CaseId> caseId() {
        return Optional.ofNullable(caseId).map(CaseId::new);
    }

    Optional<UUID> link() {
        return Optional.ofNullable(linkId);
    }

    public String address() {
        return address;
    }

    /** As it lies here: the place of a link is still open. */
    public Letter letter() {
        return new Letter(subject, text, html);
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> lastAttemptAt() {
        return Optional.ofNullable(lastAttemptAt);
    }

    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    public Optional<Trouble> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** What the mail server said, where it said something. */
    public Optional<String> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }
}
