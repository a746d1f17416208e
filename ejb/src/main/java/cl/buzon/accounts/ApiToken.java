package cl.buzon.accounts;

import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program acts as a user of a company or as an executive, until it expires or is revoked. Of the
 * secret only a hash is kept; it has 256 random bits, so a fast hash is enough.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

    /** The last use is known no finer than this, so that a busy token does not write with every call. */
    static final Duration USE_GRAIN = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private String name;

    private String hint;

    // Only ever asked for by queries
    @SuppressWarnings("UnusedVariable")
    private byte[] hash;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(name = "executive_id")
    private @Nullable UUID executiveId;

    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {}

    private ApiToken(
            String name, TokenSecret secret, Set<TokenScope> scopes, Instant now, @Nullable Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.hash = secret.hash();
        this.hint = secret.hint();
        this.scopes = TokenScope.join(scopes);
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** @param expiresAt absent for a token that lives until it is revoked */
    public static ApiToken of(
            UserId user,
            String name,
            TokenSecret secret,
            Set<TokenScope> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        ApiToken token = new ApiToken(name, secret, scopes, now, expiresAt);
        token.userId = user.value();
        return token;
    }

    /** @param expiresAt absent for a token that lives until it is revoked */
    public static ApiToken of(
            ExecutiveId executive,
            String name,
            TokenSecret secret,
            Set<TokenScope> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        ApiToken token = new ApiToken(name, secret, scopes, now, expiresAt);
        token.executiveId = executive.value();
        return token;
    }

    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Once and for ever. */
    public void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    /** Whether the use is worth writing down. */
    boolean isUsedAnew(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_GRAIN));
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** How its secret begins. */
    public String hint() {
        return hint;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public Optional<UserId> user() {
        return Optional.ofNullable(userId).map(UserId::new);
    }

    public Optional<ExecutiveId> executive() {
        return Optional.ofNullable(executiveId).map(ExecutiveId::new);
    }

    public Set<TokenScope> scopes() {
        return TokenScope.split(scopes);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
