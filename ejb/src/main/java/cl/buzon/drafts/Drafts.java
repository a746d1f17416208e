package cl.buzon.drafts;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The drafts of all users, each found only by its own. */
@ApplicationScoped
public class Drafts {

    /** How long a draft is kept after it was last touched. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** Nobody writes more claims than these at once. */
    private static final int LISTED = 10;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Drafts() {}

    public Drafts(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Draft draft) {
        entities.persist(draft);
    }

    /** The drafts of the user that are not yet sent; the one touched last comes first. */
    public List<Draft> unsent(UserId user, Instant now) {
        // Of a follow-up that nobody has written in nothing would be lost
        return unsent(
                user,
                now,
                "(d.relatedTo is null or d.wordsMark <> ''"
                        + " or exists (select 1 from DraftFile f where f.draftId = d.id))");
    }

    /** As {@link #unsent}, but for those that follow up a closed case. */
    public List<Draft> unsentAnew(UserId user, Instant now) {
        return unsent(user, now, "d.relatedTo is null");
    }

    private List<Draft> unsent(UserId user, Instant now, String which) {
        return entities.createQuery(
                        "select d from Draft d where d.userId = :user and d.caseNumber is null and d.replyTo is null"
                                + " and d.updatedAt > :since and " + which + " order by d.updatedAt desc",
                        Draft.class)
                .setParameter("user", user.value())
                .setParameter("since", now.minus(KEPT))
                .setMaxResults(LISTED)
                .getResultList();
    }

    /** The draft of the user that follows up a closed case and is not yet sent, the one touched last. */
    public Optional<Draft> latestFollowing(UserId user, CaseId closed, Instant now) {
        return entities.createQuery(
                        "select d from Draft d where d.userId = :user and d.caseNumber is null and d.relatedTo = :case"
                                + " and d.updatedAt > :since order by d.updatedAt desc",
                        Draft.class)
                .setParameter("user", user.value())
                .setParameter("case", closed.value())
                .setParameter("since", now.minus(KEPT))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The files that wait for the user's reply to a case. */
    public List<DraftFile> filesOfReply(UserId user, CaseId to) {
        return entities.createQuery(
                        "select f from DraftFile f, Draft d where f.draftId = d.id and d.userId = :user"
                                + " and d.replyTo = :case order by f.addedAt, f.id",
                        DraftFile.class)
                .setParameter("user", user.value())
                .setParameter("case", to.value())
                .getResultList();
    }

    /** The user's reply to a case, begun if there is none; whoever else wants to change it waits. */
    public Draft replyForChange(UserId user, CaseId to, Instant now) {
        entities.createNativeQuery("""
                        insert into draft (id, user_id, reply_to, created_at, updated_at)
                        values (:id, :user, :case, :now, :now)
                        on conflict (user_id, reply_to) where reply_to is not null do nothing""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("user", user.value())
                .setParameter("case", to.value())
                .setParameter("now", now)
                .executeUpdate();
        return entities.createQuery("select d from Draft d where d.userId = :user and d.replyTo = :case", Draft.class)
                .setParameter("user", user.value())
                .setParameter("case", to.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** @throws Refusal.NotFound when there is no such claim, or it is another user's */
    public Draft get(DraftId id, UserId user) {
        return owned(Optional.ofNullable(entities.find(Draft.class, id.value())), user);
    }

    /** As {@link #get}; whoever else wants to change it waits until this transaction ends. */
    public Draft getForChange(DraftId id, UserId user) {
        return owned(Optional.ofNullable(entities.find(Draft.class, id.value(), LockModeType.PESSIMISTIC_WRITE)), user);
    }

    public void add(DraftFile file) {
        entities.persist(file);
    }

    /** In the order they were added; the desk keeps their number small. */
    public List<DraftFile> files(DraftId draft) {
        return entities.createQuery(
                        "select f from DraftFile f where f.draftId = :draft order by f.addedAt, f.id", DraftFile.class)
                .setParameter("draft", draft.value())
                .getResultList();
    }

    /** Those of several drafts, in the order they were added. */
    public List<DraftFile> files(Collection<DraftId> of) {
        return entities.createQuery(
                        "select f from DraftFile f where f.draftId in :drafts order by f.addedAt, f.id",
                        DraftFile.class)
                .setParameter("drafts", of.stream().map(DraftId::value).toList())
                .getResultList();
    }

    /** @throws Refusal.NotFound when the draft has no such file */
    public DraftFile file(DraftId draft, UUID id) {
        return Optional.ofNullable(entities.find(DraftFile.class, id))
                .filter(file -> file.draft().equals(draft))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** The bytes stay in the store until its next sweep, for another row may name them too. */
    public void remove(DraftFile file) {
        entities.remove(file);
    }

    /** Which of these contents some draft still names. */
    public Set<String> named(Set<String> hashes) {
        return Set.copyOf(entities.createQuery(
                        "select distinct f.sha256 from DraftFile f where f.sha256 in :hashes", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }

    /** Forgets drafts that nobody has touched for longer than they are kept. */
    public int forgetOld(Instant now) {
        return entities.createQuery("delete from Draft d where d.updatedAt < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
    }

    private static Draft owned(Optional<Draft> draft, UserId user) {
        return draft.filter(found -> found.user().equals(user) && !found.isReply())
                .orElseThrow(Refusal.NotFound::new);
    }
}
