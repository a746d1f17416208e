package cl.buzon.drafts;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.DraftWindow;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A claim being written by one user, on any device, for seven days. It keeps what is typed as it is typed, right or
 * wrong, and after it was sent the number of the case it became, so that sending it twice makes one case. A message
 * being written to a case is a draft too, of which only the files are kept.
 */
@Entity
@Table(name = "draft")
public class Draft {

    /** What is typed may be too long, but not without end; in UTF-16 units. */
    public static final int MAX_TYPED = 10_000;

    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "category_code")
    private @Nullable String category;

    @Column(name = "tracking_number")
    private String trackingNumber = "";

    private String subject = "";

    private String description = "";

    @Column(name = "claimed_amount")
    private String claimedAmount = "";

    @Column(name = "words_mark")
    private String wordsMark = "";

    @Column(name = "related_to")
    private @Nullable UUID relatedTo;

    @Column(name = "reply_to")
    private @Nullable UUID replyTo;

    @Column(name = "case_number")
    private @Nullable String caseNumber;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Draft() {}

    public Draft(UserId user, Instant now) {
        this.id = UUID.randomUUID();
        this.userId = user.value();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Changing the situation keeps everything else. */
    public void choose(String newCategory, Instant now) {
        category = newCategory;
        updatedAt = now;
    }

    /**
     * Keeps what was typed in a window.
     *
     * @throws Refusal.IllegalAction DRAFT_CHANGED when another window has written since this one showed the words
     */
    public void write(
            String newTrackingNumber,
            String newSubject,
            String newDescription,
            String newClaimedAmount,
            DraftWindow from,
            Instant now) {
        if (!from.mayWriteOver(wordsMark)) {
            throw new Refusal.IllegalAction("DRAFT_CHANGED", List.of());
        }
        trackingNumber = kept(newTrackingNumber);
        subject = kept(newSubject);
        description = kept(newDescription);
        claimedAmount = kept(newClaimedAmount);
        wordsMark = from.mark(now);
        updatedAt = now;
    }

    public void follows(CaseId closed, @Nullable String itsTrackingNumber) {
        relatedTo = closed.value();
        trackingNumber = itsTrackingNumber == null ? "" : itsTrackingNumber;
    }

    /** Whoever writes it may go on without the closed case; everything else stays. */
    public void stopsFollowing(Instant now) {
        relatedTo = null;
        updatedAt = now;
    }

    /** Its content is what was sent, and of when it was. */
    public void becomes(CaseNumber number) {
        caseNumber = number.value();
    }

    /** Whether nobody has chosen or typed anything yet. */
    public boolean isUntouched() {
        return category == null
                && Stream.of(trackingNumber, subject, description, claimedAmount)
                        .allMatch(String::isBlank);
    }

    public void touched(Instant now) {
        updatedAt = now;
    }

    public DraftId id() {
        return new DraftId(id);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public Optional<String> category() {
        return Optional.ofNullable(category);
    }

    public String trackingNumber() {
        return trackingNumber;
    }

    public String subject() {
        return subject;
    }

    public String description() {
        return description;
    }

    public String claimedAmount() {
        return claimedAmount;
    }

    /** Tells the words from those of before; empty until a window has written any. */
    public String wordsMark() {
        return wordsMark;
    }

    public Optional<CaseId> relatedTo() {
        return Optional.ofNullable(relatedTo).map(CaseId::new);
    }

    /** Whether it is a message to a case that there is already, and no claim. */
    public boolean isReply() {
        return replyTo != null;
    }

    /** The case it has become, once sent. */
    public Optional<CaseNumber> submittedAs() {
        return Optional.ofNullable(caseNumber).map(CaseNumber::new);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The database takes no NUL. */
    private static String kept(String typed) {
        String storable = typed.replace("\0", "");
        return storable.length() <= MAX_TYPED ? storable : storable.substring(0, MAX_TYPED);
    }
}
