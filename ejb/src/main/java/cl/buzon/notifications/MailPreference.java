package cl.buzon.notifications;

import cl.buzon.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a user wishes to be told, and whether mail arrives there at all. */
@Entity
@Table(name = "mail_preference")
class MailPreference {

    @Id
    @Column(name = "user_id")
    private UUID userId;

    private String language;

    private boolean answers;

    private boolean states;

    private boolean compensation;

    private boolean reminders;

    @Column(name = "company_cases")
    private boolean companyCases;

    @Column(name = "refused_at")
    private @Nullable Instant refusedAt;

    @SuppressWarnings("NullAway.Init")
    protected MailPreference() {}

    MailPreference(UserId user) {
        this.userId = user.value();
        wish(Wishes.USUAL);
    }

    /** Whoever says what they wish to be told wants it tried again as well. */
    final void wish(Wishes wishes) {
        language = wishes.language().code();
        answers = wishes.answers();
        states = wishes.states();
        compensation = wishes.compensation();
        reminders = wishes.reminders();
        companyCases = wishes.companyCases();
        refusedAt = null;
    }

    void speak(Language wanted) {
        language = wanted.code();
    }

    void refused(Instant now) {
        refusedAt = now;
    }

    void accepted() {
        refusedAt = null;
    }

    UserId user() {
        return new UserId(userId);
    }

    Wishes wishes() {
        return new Wishes(Language.of(language), answers, states, compensation, reminders, companyCases);
    }

    Optional<Instant> refusedAt() {
        return Optional.ofNullable(refusedAt);
    }
}
