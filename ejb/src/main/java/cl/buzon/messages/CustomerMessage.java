package cl.buzon.messages;

import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
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

/** Words between customer and executive; both may read them. */
@Entity
@Table(name = "customer_message")
public class CustomerMessage {

    /** In Unicode characters. */
    public static final int MAX_LENGTH = 4000;

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind")
    private ActorKind authorKind;

    @Column(name = "author_id")
    private @Nullable UUID authorId;

    @Column(name = "author_name")
    private String authorName;

    private String body;

    @Column(name = "posted_at")
    private Instant postedAt;

    @SuppressWarnings("NullAway.Init")
    protected CustomerMessage() {}

    /** @param body a tidied text of 1 to {@link #MAX_LENGTH} characters */
    public CustomerMessage(CaseId on, String body, Actor author, Instant now) {
        this.id = UUID.randomUUID();
        this.caseId = on.value();
        this.body = body;
        this.authorKind = ActorKind.of(author);
        this.authorId = author.person().orElse(null);
        this.authorName = author.name();
        this.postedAt = now;
    }

    public MessageId id() {
        return new MessageId(id);
    }

    public CaseId caseId() {
        return new CaseId(caseId);
    }

    public String body() {
        return body;
    }

    public ActorKind authorKind() {
        return authorKind;
    }

    /** The user or executive who wrote it; the machine has none. */
    public Optional<UUID> authorId() {
        return Optional.ofNullable(authorId);
    }

    public String authorName() {
        return authorName;
    }

    public Instant postedAt() {
        return postedAt;
    }
}
