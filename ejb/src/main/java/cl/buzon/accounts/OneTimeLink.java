package cl.buzon.accounts;

import cl.buzon.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which its user makes a password without an old one, once. It is made without a secret; each sending of its
 * letter gives it one, of which only the hash is kept, and begins its time anew. A new password ends all links of its user.
 */
@Entity
@Table(name = "one_time_link")
public class OneTimeLink {

    /** What it is for, and how long it can be used. */
    public enum Purpose {
        RESET(Duration.ofHours(1)),
        INVITATION(Duration.ofDays(3));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    // Only ever asked for by queries
    @SuppressWarnings("UnusedVariable")
    private byte @Nullable [] hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected OneTimeLink() {}

    public OneTimeLink(UserId user, Purpose purpose, Instant now) {
        this.id = UUID.randomUUID();
        this.userId = user.value();
        this.purpose = purpose;
        this.createdAt = now;
    }

    /** The secret with which it opens from now on; any before opens nothing any more. */
    LinkSecret arm(Instant now) {
        LinkSecret secret = LinkSecret.random();
        hash = secret.hash();
        expiresAt = now.plus(purpose.life());
        return secret;
    }

    public void end(Instant now) {
        endedAt = now;
    }

    boolean isEnded() {
        return endedAt != null;
    }

    public UUID id() {
        return id;
    }

    public UserId user() {
        return new UserId(userId);
    }

    public Purpose purpose() {
        return purpose;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
