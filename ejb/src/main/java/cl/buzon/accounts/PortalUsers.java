package cl.buzon.accounts;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All who can sign in; each call is a transaction of its own where none has begun. */
@ApplicationScoped
@Transactional
public class PortalUsers {

    /** Administrators before the others. */
    public static final String RANK_OF_ROLE = "case when x.role = ACCOUNT_ADMIN then 0L else 1L end";

    /** By the second; whoever has never been in before all others. */
    public static final String RANK_OF_LAST_SIGN_IN = "coalesce(cast(extract(epoch from x.lastSignInAt) as Long), -1L)";

    /** In the order of {@link Standing}. */
    public static final String RANK_OF_STANDING =
            "case when x.disabled = true then 2L when x.mustChangePassword = true then 1L else 0L end";

    private static final int MOST_OPERATORS = 500;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected PortalUsers() {}

    public PortalUsers(EntityManager entities) {
        this.entities = entities;
    }

    public void add(PortalUser user) {
        entities.persist(user);
    }

    public Optional<PortalUser> find(UserId id) {
        return Optional.ofNullable(entities.find(PortalUser.class, id.value()));
    }

    /** What each of them is called; at most a page's worth of users. */
    public Map<UserId, String> names(Set<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select u.id as key, u.name as name from PortalUser u where u.id in :ids", Tuple.class)
                .setParameter("ids", ids.stream().map(UserId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new UserId(row.get("key", UUID.class)), row -> row.get("name", String.class)));
    }

    public Optional<PortalUser> findByEmail(EmailAddress email) {
        return entities
                .createQuery("select u from PortalUser u where lower(u.email) = :email", PortalUser.class)
                .setParameter("email", email.value())
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * The user, whom nobody else may change before this transaction ends.
     *
     * @throws Refusal.NotFound when there is none
     */
    public PortalUser getForChange(UserId id) {
        return Optional.ofNullable(entities.find(PortalUser.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Keeps a password that the user has made; no link of theirs opens anything any more.
     *
     * @param judged the hash of the password that it replaces
     * @return false when that one has been replaced meanwhile, such as by a reset, which stays
     */
    public boolean keepOwnPassword(UserId id, String judged, String hash, Instant now) {
        PortalUser user = getForChange(id);
        boolean same = user.passwordHash().equals(judged);
        if (same) {
            user.makeOwnPassword(hash);
            OneTimeLinks.endAll(entities, id, now);
        }
        return same;
    }

    /** Nothing that was mailed to the user for signing in opens anything any more. */
    public void endLinks(UserId id, Instant now) {
        OneTimeLinks.endAll(entities, id, now);
    }

    /** Whether the company has an administrator who may come in, besides this user. */
    public boolean hasOtherAdministrator(AccountId account, UserId than) {
        List<Integer> found = entities.createQuery(
                        "select 1 from PortalUser u where u.accountId = :account and u.role = ACCOUNT_ADMIN"
                                + " and u.disabled = false and u.id <> :than",
                        Integer.class)
                .setParameter("account", account.value())
                .setParameter("than", than.value())
                .setMaxResults(1)
                .getResultList();
        return !found.isEmpty();
    }

    /**
     * @param words that name or e-mail contain, whatever their capitals and accents; empty for all
     * @param standing absent for all
     * @throws Refusal.BadCursor when the place was not given by this list
     */
    public Page<PortalUser> page(
            AccountId account,
            String words,
            @Nullable Standing standing,
            ListOrder order,
            @Nullable String place,
            int limit) {
        return new NameOrder<>(
                        PortalUser.class,
                        "x.accountId = :account and (" + NameOrder.holds("x.name") + " or " + NameOrder.holds("x.email")
                                + ")" + (standing == null ? "" : " and " + standing.condition()),
                        Map.of("account", account.value(), "words", NameOrder.anywhere(words)),
                        order,
                        user -> user.id().value(),
                        PortalUser::name)
                .page(entities, place, limit);
    }

    /** How a user stands. */
    public enum Standing {
        ACTIVE("x.disabled = false and x.mustChangePassword = false"),
        TEMPORARY("x.disabled = false and x.mustChangePassword = true"),
        DISABLED("x.disabled = true");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    /** All operators by name. */
    public List<PortalUser> operators() {
        return entities.createQuery(
                        "select u from PortalUser u where u.role = OPERATOR order by u.name, u.id", PortalUser.class)
                .setMaxResults(MOST_OPERATORS)
                .getResultList();
    }

    public boolean hasOperator() {
        List<Integer> found = entities.createQuery(
                        "select 1 from PortalUser u where u.role = OPERATOR and u.disabled = false", Integer.class)
                .setMaxResults(1)
                .getResultList();
        return !found.isEmpty();
    }
}
