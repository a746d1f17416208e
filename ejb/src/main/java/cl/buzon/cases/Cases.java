package cl.buzon.cases;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * All cases with their histories. People find a case only through the eyes of a {@link Viewer}; the clock and the queues
 * work by ids that never came from outside.
 */
@ApplicationScoped
public class Cases {

    @PersistenceContext
    private EntityManager entities;

    private String prefix;

    @SuppressWarnings("NullAway.Init")
    protected Cases() {}

    /** @param prefix what case numbers begin with */
    @Inject
    @SuppressWarnings("NullAway.Init")
    Cases(@ConfigProperty(name = "buzon.case-number-prefix", defaultValue = "CS") String prefix) {
        this.prefix = prefix;
    }

    public Cases(EntityManager entities, String prefix) {
        this.entities = entities;
        this.prefix = prefix;
    }

    /** A number that no case has had; a rolled back case leaves a gap. */
    public CaseNumber nextNumber() {
        Number ordinal = (Number)
                entities.createNativeQuery("select nextval('case_number')").getSingleResult();
        return CaseNumber.of(prefix, ordinal.longValue());
    }

    public void add(Case opened) {
        entities.persist(opened);
    }

    /** @throws Refusal.NotFound when there is none, or none that the viewer may see */
    public Case get(CaseNumber number, Viewer viewer) {
        return entities.find(Case.class, idOf(number, viewer).value());
    }

    /**
     * The case as last committed, and nobody else may change it before this transaction ends.
     *
     * @throws Refusal.NotFound when there is none, or none that the viewer may see
     */
    public Case getForChange(CaseNumber number, Viewer viewer) {
        return entities.find(Case.class, idOf(number, viewer).value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** For the clock and the back office, who work through queues of ids. */
    public Case getForChange(CaseId id) {
        return Optional.ofNullable(entities.find(Case.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** For the sync, which keeps ids. */
    public Optional<Case> find(CaseId id) {
        return Optional.ofNullable(entities.find(Case.class, id.value()));
    }

    /**
     * Ids in their own order.
     *
     * @param after where to go on, absent for the beginning
     */
    public List<CaseId> idsAfter(@Nullable CaseId after, int limit) {
        return entities.createQuery("select c.id from ClaimCase c where c.id > :after order by c.id", UUID.class)
                .setParameter("after", after == null ? new UUID(0, 0) : after.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(CaseId::new)
                .toList();
    }

    public Optional<CaseNumber> numberOf(CaseId id) {
        return Optional.ofNullable(entities.find(Case.class, id.value())).map(Case::number);
    }

    /** The numbers of the cases that exist among the given ones. */
    public Map<CaseId, CaseNumber> numbersOf(Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select c.id as key, c.number as number from ClaimCase c where c.id in :ids", Tuple.class)
                .setParameter("ids", ids.stream().map(CaseId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new CaseId(row.get("key", UUID.class)),
                        row -> new CaseNumber(row.get("number", String.class))));
    }

    /** Cases by the numbers of a list that has been judged, in its order. */
    public List<Case> listed(List<CaseNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<CaseNumber, Case> found = entities.createQuery(
                        "select c from ClaimCase c where c.number in :numbers", Case.class)
                .setParameter("numbers", numbers.stream().map(CaseNumber::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Case::number, Function.identity()));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The newest open case of the company on the same parcel, one of the user's own before a colleague's. */
    public Optional<Case> openOn(TrackingNumber parcel, AccountId account, UserId user) {
        return entities.createQuery(
                        "select c from ClaimCase c where c.accountId = :account and c.trackingNumber = :parcel"
                                + " and c.state not in (CLOSED, CANCELLED)"
                                + " order by case when c.reporterId = :user then 0 else 1 end, c.createdAt desc",
                        Case.class)
                .setParameter("account", account.value())
                .setParameter("parcel", parcel.value())
                .setParameter("user", user.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Solutions that have stood unanswered since before the given time, the oldest first. */
    public List<CaseId> resolvedBefore(Instant time, int limit) {
        return entities.createQuery(
                        "select c.id from ClaimCase c where c.state = RESOLVED and c.stateSince < :time order by c.stateSince",
                        UUID.class)
                .setParameter("time", time)
                .setMaxResults(limit)
                .getResultStream()
                .map(CaseId::new)
                .toList();
    }

    /** Adds an entry to the history; entries are never changed or removed. */
    public void record(Activity activity) {
        entities.persist(activity);
    }

    /** Entries after a position, in order. */
    public List<Activity> activities(CaseId of, int after, int limit) {
        return entities.createQuery(
                        "select a from Activity a where a.caseId = :case and a.position > :after order by a.position",
                        Activity.class)
                .setParameter("case", of.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The first entries that are neither a message nor a file, in order: few of them make a long history. */
    public List<Activity> turns(CaseId of, int limit) {
        return entities.createQuery(
                        "select a from Activity a where a.caseId = :case and a.type in (STATE, ASSIGNMENT, COMPENSATION)"
                                + " order by a.position",
                        Activity.class)
                .setParameter("case", of.value())
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many entries of the history are messages. */
    public int messages(CaseId of) {
        return entities.createQuery(
                        "select count(a) from Activity a where a.caseId = :case and a.type = MESSAGE", Long.class)
                .setParameter("case", of.value())
                .getSingleResult()
                .intValue();
    }

    private CaseId idOf(CaseNumber number, Viewer viewer) {
        Query query = entities.createNativeQuery(
                "select cast(c.id as text) from claim_case c where c.number = :number and " + viewer.condition());
        query.setParameter("number", number.value());
        viewer.owner().ifPresent(owner -> query.setParameter("owner", owner));
        List<?> found = query.getResultList();
        return found.stream().map(id -> CaseId.of((String) id)).findFirst().orElseThrow(Refusal.NotFound::new);
    }
}
