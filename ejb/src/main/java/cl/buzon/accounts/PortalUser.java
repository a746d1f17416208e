package cl.buzon.accounts;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Sha256;
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
 * Somebody who signs in. Whoever creates a user hands out a temporary password; it opens the portal only to the page
 * where the user makes their own, and after a week it opens nothing. A disabled user stays, with all they have written.
 */
@Entity
@Table(name = "portal_user")
public class PortalUser {

    /** How long a temporary password can be used. */
    public static final Duration TEMPORARY = Duration.ofDays(7);

    /** Characters that a name may have. */
    public static final int MAX_NAME = 120;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private @Nullable UUID accountId;

    private String email;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "password_expires_at")
    private @Nullable Instant passwordExpiresAt;

    private boolean disabled;

    @Column(name = "last_sign_in_at")
    private @Nullable Instant lastSignInAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PortalUser() {}

    private PortalUser(
            @Nullable AccountId account, EmailAddress email, String name, Role role, String passwordHash, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = account == null ? null : account.value();
        this.email = email.value();
        this.name = name;
        this.role = role;
        this.passwordHash = passwordHash;
        this.createdAt = now;
    }

    /** A user of a company, with a password of their own; see {@link #giveTemporaryPassword}. */
    public static PortalUser of(
            AccountId account,
            EmailAddress email,
            String name,
            boolean administrator,
            String passwordHash,
            Instant now) {
        Role role = administrator ? Role.ACCOUNT_ADMIN : Role.CUSTOMER;
        return new PortalUser(account, email, name, role, passwordHash, now);
    }

    public static PortalUser operator(EmailAddress email, String name, String passwordHash, Instant now) {
        return new PortalUser(null, email, name, Role.OPERATOR, passwordHash, now);
    }

    /** Replaces the password by one that somebody else knows, so it must soon be changed. */
    public void giveTemporaryPassword(String hash, Instant now) {
        mustMakeOwnPassword(hash);
        passwordExpiresAt = now.plus(TEMPORARY);
    }

    /** As a temporary password, but for as long as it takes. */
    public void mustMakeOwnPassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
        passwordExpiresAt = null;
    }

    /** Replaces the password by one that only the user knows. */
    public void makeOwnPassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
        passwordExpiresAt = null;
    }

    /** Keeps the same password in a stronger form. */
    public void strengthenPassword(String hash) {
        passwordHash = hash;
    }

    public boolean hasExpiredPassword(Instant now) {
        return passwordExpiresAt != null && !now.isBefore(passwordExpiresAt);
    }

    public void signedIn(Instant now) {
        lastSignInAt = now;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** Replaces what the user signs in with and where letters go. */
    public void readdress(EmailAddress newEmail) {
        email = newEmail.value();
    }

    /** Makes a user of a company its administrator, or a simple user again; an operator stays one. */
    public void setAdministrator(boolean administrator) {
        if (role != Role.OPERATOR) {
            role = administrator ? Role.ACCOUNT_ADMIN : Role.CUSTOMER;
        }
    }

    public void setDisabled(boolean disabled) {
        this.disabled = disabled;
    }

    public UserId id() {
        return new UserId(id);
    }

    /** Absent for operators only. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(accountId).map(AccountId::new);
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** Changes whenever the password does, and tells nothing about it: whoever signed in with another is signed out. */
    public String passwordStamp() {
        return Sha256.base64Of(passwordHash);
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Whether the user may come in and never has, so that nobody but who made them knows that the address is theirs. */
    public boolean isAwaited() {
        return mustChangePassword && lastSignInAt == null && !disabled;
    }

    public boolean isDisabled() {
        return disabled;
    }

    public Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
