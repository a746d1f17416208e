package cl.buzon.notifications;

import cl.buzon.accounts.PortalUser;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What each user wishes to be told by mail. */
@ApplicationScoped
public class MailPreferences {

    /** Administrators of one company who are told of all its cases. */
    private static final int MOST = 50;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected MailPreferences() {}

    public MailPreferences(EntityManager entities) {
        this.entities = entities;
    }

    public Wishes of(UserId user) {
        return find(user).map(MailPreference::wishes).orElse(Wishes.USUAL);
    }

    /** Replaces them; an address that refused mail is tried again. */
    public void wish(UserId user, Wishes wishes) {
        kept(user).wish(wishes);
    }

    /** Empty for who has never chosen anything. */
    public Optional<Language> language(UserId user) {
        return find(user).map(MailPreference::wishes).map(Wishes::language);
    }

    /** Replaces the language, and nothing else that was chosen. */
    public void speak(UserId user, Language language) {
        kept(user).speak(language);
    }

    /** Since when the user's address has refused mail for good; empty when it takes it. */
    public Optional<Instant> refusedSince(UserId user) {
        return find(user).flatMap(MailPreference::refusedAt);
    }

    void refused(UserId user, Instant now) {
        kept(user).refused(now);
    }

    void accepted(UserId user) {
        find(user).ifPresent(MailPreference::accepted);
    }

    /** The administrators of a company who are told of the cases of all. */
    public List<PortalUser> overseers(AccountId account) {
        return entities.createQuery(
                        "select u from PortalUser u, MailPreference p where p.userId = u.id and p.companyCases = true"
                                + " and u.accountId = :account and u.role = ACCOUNT_ADMIN and u.disabled = false"
                                + " order by u.id",
                        PortalUser.class)
                .setParameter("account", account.value())
                .setMaxResults(MOST)
                .getResultList();
    }

    private Optional<MailPreference> find(UserId user) {
        return Optional.ofNullable(entities.find(MailPreference.class, user.value()));
    }

    private MailPreference kept(UserId user) {
        return find(user).orElseGet(() -> {
            MailPreference fresh = new MailPreference(user);
            entities.persist(fresh);
            return fresh;
        });
    }
}
