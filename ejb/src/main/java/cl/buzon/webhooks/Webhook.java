package cl.buzon.webhooks;

import cl.buzon.shared.AccountId;
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

/**
 * An address of a company that is told of everything that happens to its cases, from its making on. While it is switched
 * off nothing is sent; what happens meanwhile waits for three days. It switches itself off when it has taken nothing for three days.
 */
@Entity
@Table(name = "webhook")
public class Webhook {

    /** The longest description, in characters. */
    public static final int MAX_DESCRIPTION = 200;

    /** Why a webhook is off although nobody has switched it off. */
    public enum Disabled {
        /** A delivery was given up, and nothing else was delivered since its first attempt. */
        FAILING
    }

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    private String url;

    private @Nullable String description;

    private String secret;

    private boolean enabled;

    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_reason")
    private @Nullable Disabled disabledReason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "feed_position")
    private long feedPosition;

    private int failures;

    @Column(name = "rests_until")
    private @Nullable Instant restsUntil;

    @Column(name = "picked_at")
    @SuppressWarnings("UnusedVariable") // only ever asked for by queries
    private @Nullable Instant pickedAt;

    @Column(name = "last_success_at")
    private @Nullable Instant lastSuccessAt;

    @Column(name = "last_failure_at")
    private @Nullable Instant lastFailureAt;

    @SuppressWarnings("NullAway.Init")
    protected Webhook() {}

    /** @param feedPosition up to which it is told nothing */
    public Webhook(AccountId account, String url, @Nullable String description, long feedPosition, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.url = url;
        this.description = description;
        this.secret = WebhookSecret.random();
        this.enabled = true;
        this.createdAt = now;
        this.updatedAt = now;
        this.feedPosition = feedPosition;
    }

    public void moveTo(String newUrl, Instant now) {
        url = newUrl;
        updatedAt = now;
        failures = 0;
        restsUntil = null;
    }

    public void describe(@Nullable String newDescription, Instant now) {
        description = newDescription;
        updatedAt = now;
    }

    /** What waits is sent from now on. */
    public void enable(Instant now) {
        enabled = true;
        disabledReason = null;
        updatedAt = now;
        failures = 0;
        restsUntil = null;
    }

    public void disable(Instant now) {
        enabled = false;
        disabledReason = null;
        updatedAt = now;
    }

    /** Signs with another secret from now on, which is the answer. */
    public String renewSecret(Instant now) {
        secret = WebhookSecret.random();
        updatedAt = now;
        return secret;
    }

    /** The rows follow later: there may be many. */
    public void delete(Instant now) {
        enabled = false;
        deletedAt = now;
        secret = "";
    }

    /** Everything up to a place in the feed has been made into deliveries, or is too old for that. */
    public void reached(long place) {
        feedPosition = Math.max(feedPosition, place);
    }

    void picked(Instant now) {
        pickedAt = now;
    }

    void succeeded(Instant now) {
        failures = 0;
        restsUntil = null;
        lastSuccessAt = now;
    }

    void failed(Instant now) {
        failures++;
        restsUntil = now.plus(RetrySchedule.rest(failures));
        lastFailureAt = now;
    }

    /** A delivery was given up that was first attempted at a time. */
    void gaveUp(Instant firstAttempt, Instant now) {
        if (enabled && (lastSuccessAt == null || lastSuccessAt.isBefore(firstAttempt))) {
            disable(now);
            disabledReason = Disabled.FAILING;
        }
    }

    /** Whether the last attempt failed: then one at a time is enough. */
    boolean isFailing() {
        return failures > 0;
    }

    public UUID id() {
        return id;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public String url() {
        return url;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public String secret() {
        return secret;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Optional<Disabled> disabledReason() {
        return Optional.ofNullable(disabledReason);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public long feedPosition() {
        return feedPosition;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> lastSuccessAt() {
        return Optional.ofNullable(lastSuccessAt);
    }

    public Optional<Instant> lastFailureAt() {
        return Optional.ofNullable(lastFailureAt);
    }
}
