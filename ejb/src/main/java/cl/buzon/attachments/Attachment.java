package cl.buzon.attachments;

import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.MessageId;
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

/** A file of a case. It never changes; its bytes are in the {@link FileStore}. */
@Entity
@Table(name = "attachment")
public class Attachment {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "message_id")
    private @Nullable UUID messageId;

    private String name;

    @Column(name = "content_type")
    private String contentType;

    private long size;

    private String sha256;

    private @Nullable String evidence;

    @Enumerated(EnumType.STRING)
    @Column(name = "uploader_kind")
    private ActorKind uploaderKind;

    @Column(name = "attached_at")
    private Instant attachedAt;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    /**
     * @param message the one it came with, if any
     * @param evidence code of the evidence it is, if somebody said so
     */
    public Attachment(
            CaseId to,
            ReceivedFile file,
            @Nullable MessageId message,
            @Nullable String evidence,
            ActorKind uploader,
            Instant now) {
        this.id = UUID.randomUUID();
        this.caseId = to.value();
        this.messageId = message == null ? null : message.value();
        this.name = file.name();
        this.contentType = file.contentType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.evidence = evidence;
        this.uploaderKind = uploader;
        this.attachedAt = now;
    }

    public AttachmentId id() {
        return new AttachmentId(id);
    }

    public CaseId caseId() {
        return new CaseId(caseId);
    }

    public Optional<MessageId> message() {
        return Optional.ofNullable(messageId).map(MessageId::new);
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

    /** Of the content, in lower case hex: its name in the file store. */
    public String sha256() {
        return sha256;
    }

    /** Code of the evidence it is. */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidence);
    }

    public ActorKind uploaderKind() {
        return uploaderKind;
    }

    public Instant attachedAt() {
        return attachedAt;
    }
}
