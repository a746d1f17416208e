package cl.buzon.bulk;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.UserId;
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

/** A file of many claims. It is written once with all of its rows, and finished when none of them waits any more. */
@Entity
@Table(name = "bulk_file")
public class BulkFile {

    /** What kind of file it came as, and its bad rows go back as. */
    public enum Format {
        XLSX,
        CSV
    }

    /** Characters that a name may have. */
    public static final int MAX_NAME = 255;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "user_id")
    private UUID userId;

    private String name;

    @Enumerated(EnumType.STRING)
    private Format format;

    private String sha256;

    @Column(name = "row_count")
    private int rowCount;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Column(name = "worked_at")
    private Instant workedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    private int made;

    private int repeated;

    private int rejected;

    @SuppressWarnings("NullAway.Init")
    protected BulkFile() {}

    public UUID id() {
        return id;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String name() {
        return name;
    }

    public Format format() {
        return format;
    }

    public String sha256() {
        return sha256;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Until when somebody works on it. */
    public Optional<Instant> leasedUntil() {
        return Optional.ofNullable(leasedUntil);
    }

    /** When it last had its turn. */
    public Instant workedAt() {
        return workedAt;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** What had become of its rows when it was finished. */
    public BulkTally tally() {
        return new BulkTally(rowCount, made, repeated, rejected);
    }
}
