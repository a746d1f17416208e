package cl.buzon.cases;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The entries of all histories in one row. Transactions commit in another order than they began, so an entry gets its
 * place not when it is written but afterwards, among entries that are committed: whoever has read up to a place has
 * missed nothing before it. Who reads numbers first; writers wait for nobody.
 */
@ApplicationScoped
public class CaseFeed {

    /** How many entries one step numbers. */
    static final int STEP = 1_000;

    /** The PostgreSQL advisory lock of whoever numbers: "FEED" in ASCII, and a number. */
    private static final long NUMBERING = 0x46454544_00000001L;

    // As the index of everybody's entries has it
    private static final String HEAD =
            "select coalesce(max(feed_position + 0), 0) from activity where feed_position is not null";

    // Only committed entries of a case can be seen, and those from its beginning without a gap, for they are written
    // under the lock of the case; so a step that takes them by case and position never numbers one before its elders.
    private static final String NUMBER = """
            update activity a set feed_position = (%s) + o.place
            from (
                select id, row_number() over (order by happened, case_id, position) as place
                from (
                    select id, case_id, position, max(at) over (partition by case_id order by position) as happened
                    from (
                        select id, case_id, position, at from activity where feed_position is null
                        order by case_id, position limit :step) s) h) o
            where o.id = a.id""".formatted(HEAD);

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected CaseFeed() {}

    public CaseFeed(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Numbers some of what has been committed since the last time, in a transaction of its own: the lock must be held
     * until the numbers can be seen, and no longer.
     *
     * @return whether there may be more to number
     */
    @Transactional(REQUIRES_NEW)
    public boolean number() {
        boolean any = (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from activity where feed_position is null)", Boolean.class)
                .getSingleResult();
        if (!any) {
            return false;
        }
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", NUMBERING)
                .getSingleResult();
        return entities.createNativeQuery(NUMBER).setParameter("step", STEP).executeUpdate() == STEP;
    }

    /** The entries that the viewer may see after a place, in order. */
    @SuppressWarnings("unchecked")
    public List<Activity> after(Viewer viewer, long place, int limit) {
        String index = viewer.owner().isPresent() ? "c.feed_position" : "c.feed_position + 0";
        Query query = entities.createNativeQuery(
                "select c.* from activity c where " + viewer.condition() + " and c.feed_position is not null and "
                        + index + " > :place order by " + index + " limit :limit",
                Activity.class);
        viewer.owner().ifPresent(owner -> query.setParameter("owner", owner));
        return query.setParameter("place", place).setParameter("limit", limit).getResultList();
    }

    /** Whose cases have changed after a place, in order. */
    @SuppressWarnings("unchecked")
    public List<Change> changes(long place, int limit) {
        Stream<Tuple> rows = entities.createNativeQuery("""
                        select a.feed_position as place, c.number, a.account_id, a.reporter_id
                        from activity a join claim_case c on c.id = a.case_id
                        where a.feed_position is not null and a.feed_position + 0 > :place
                        order by a.feed_position + 0 limit :limit""", Tuple.class)
                .setParameter("place", place)
                .setParameter("limit", limit)
                .getResultStream();
        return rows.map(row -> new Change(
                        ((Number) row.get("place")).longValue(),
                        new CaseNumber(row.get("number", String.class)),
                        new AccountId(row.get("account_id", UUID.class)),
                        new UserId(row.get("reporter_id", UUID.class))))
                .toList();
    }

    /** The place of the last entry that the viewer may see from before a time; 0 when there is none. */
    public long placeBefore(Viewer.Company viewer, Instant time) {
        List<?> found = entities.createNativeQuery(
                        "select c.feed_position from activity c where " + viewer.condition()
                                + " and c.feed_position is not null and c.at < :time order by c.feed_position desc limit 1",
                        Long.class)
                .setParameter("owner", viewer.account().value())
                .setParameter("time", time)
                .getResultList();
        return found.isEmpty() ? 0 : (Long) found.get(0);
    }

    /** The place of the last entry; 0 while there is none. */
    public long head() {
        Number head = (Number) entities.createNativeQuery(HEAD).getSingleResult();
        return head.longValue();
    }

    /** That something has happened to a case, and who may know. */
    public record Change(long place, CaseNumber number, AccountId account, UserId reporter) {}
}
