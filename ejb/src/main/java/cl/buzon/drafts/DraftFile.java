package cl.buzon.drafts;

import cl.buzon.shared.DraftId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that waits with a draft; its bytes are in the file store already. */
@Entity
@Table(name = "draft_file")
public class DraftFile {

    @Id
    private UUID id;

    @Column(name = "draft_id")
    private UUID draftId;

    private String name;

    @Column(name = "content_type")
    private String contentType;

    private long size;

    private String sha256;

    private @Nullable String evidence;

    @Column(name = "added_at")
    private Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    protected DraftFile() {}

    public DraftFile(DraftId draft, String name, String contentType, long size, String sha256, Instant now) {
        this.id = UUID.randomUUID();
        this.draftId = draft.value();
        this.name = name;
        this.contentType = contentType;
        this.size = size;
        this.sha256 = sha256;
        this.addedAt = now;
    }

    /** Names the evidence it is; nothing takes the name back. */
    public void mark(@Nullable String newEvidence) {
        evidence = newEvidence;
    }

    public UUID id() {
        return id;
    }

    public DraftId draft() {
        return new DraftId(draftId);
    }

    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    public Optional<String> evidence() {
        return Optional.ofNullable(evidence);
    }

    public Instant addedAt() {
        return addedAt;
    }
}
