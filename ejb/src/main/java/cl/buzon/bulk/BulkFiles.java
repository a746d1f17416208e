package cl.buzon.bulk;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All files of many claims, and the work that is left in them. */
@ApplicationScoped
public class BulkFiles {

    /** How long the rows of a finished file are kept, and a row is known again. */
    public static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected BulkFiles() {}

    public BulkFiles(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Adds a file that the company has not sent before; of two at once the second waits for the first.
     *
     * @return false when it was there already, and nothing was added
     */
    public boolean add(
            UUID id,
            AccountId account,
            UserId user,
            String name,
            BulkFile.Format format,
            String sha256,
            int rows,
            Instant now) {
        return entities.createNativeQuery("""
                        insert into bulk_file (id, account_id, user_id, name, format, sha256, row_count, received_at, worked_at)
                        values (:id, :account, :user, :name, :format, :sha256, :rows, :now, :now)
                        on conflict (account_id, sha256) do nothing""")
                        .setParameter("id", id)
                        .setParameter("account", account.value())
                        .setParameter("user", user.value())
                        .setParameter("name", name)
                        .setParameter("format", format.name())
                        .setParameter("sha256", sha256)
                        .setParameter("rows", rows)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    public void add(BulkRow row) {
        entities.persist(row);
    }

    /** The company's file of the same bytes. */
    public Optional<BulkFile> same(AccountId account, String sha256) {
        return entities.createQuery(
                        "select f from BulkFile f where f.accountId = :account and f.sha256 = :sha256", BulkFile.class)
                .setParameter("account", account.value())
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst();
    }

    /**
     * A file of the company.
     *
     * @param user whose it must be, absent for anybody's of the company
     * @throws Refusal.NotFound when there is none
     */
    public BulkFile get(UUID id, AccountId account, @Nullable UserId user) {
        return find(id).filter(file -> file.account().equals(account))
                .filter(file -> user == null || file.user().equals(user))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** For the clock. */
    public Optional<BulkFile> find(UUID id) {
        return Optional.ofNullable(entities.find(BulkFile.class, id));
    }

    /** The newest files of a company, the newest first. */
    public List<BulkFile> latest(AccountId account, @Nullable UserId user, int limit) {
        String whose = user == null ? "f.accountId = :whose" : "f.userId = :whose";
        return entities.createQuery(
                        "select f from BulkFile f where " + whose + " order by f.receivedAt desc, f.id desc",
                        BulkFile.class)
                .setParameter("whose", user == null ? account.value() : user.value())
                .setMaxResults(limit)
                .getResultList();
    }

    /** How the rows stand now. */
    public BulkTally tally(BulkFile file) {
        if (file.finishedAt().isPresent()) {
            return file.tally();
        }
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        entities.createQuery(
                        "select r.state as state, count(r) as rows from BulkRow r where r.place.fileId = :file group by r.state",
                        Tuple.class)
                .setParameter("file", file.id())
                .getResultStream()
                .forEach(row -> counts.put(
                        row.get("state", RowState.class),
                        row.get("rows", Long.class).intValue()));
        return new BulkTally(
                file.tally().rows(),
                counts.getOrDefault(RowState.MADE, 0),
                counts.getOrDefault(RowState.REPEATED, 0),
                counts.getOrDefault(RowState.REJECTED, 0));
    }

    /**
     * Rows of a file in the order of the file.
     *
     * @param after number of the row before, 0 for the beginning
     */
    public List<BulkRow> rows(UUID file, RowState state, int after, int limit) {
        return entities.createQuery(
                        "select r from BulkRow r where r.place.fileId = :file and r.state = :state"
                                + " and r.place.number > :after order by r.place.number",
                        BulkRow.class)
                .setParameter("file", file)
                .setParameter("state", state)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Where the stretch begins that ends with a row: the number of the row before it, 0 for the beginning of the file.
     *
     * @param last number of the row that it ends with
     * @param rows how many it has
     */
    public int before(UUID file, RowState state, int last, int rows) {
        return entities.createQuery(
                        "select r.place.number from BulkRow r where r.place.fileId = :file and r.state = :state"
                                + " and r.place.number <= :last order by r.place.number desc",
                        Integer.class)
                .setParameter("file", file)
                .setParameter("state", state)
                .setParameter("last", last)
                .setFirstResult(rows)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    /**
     * Takes the file that has waited longest for its turn in hand, until the lease ends or is given back. One whose
     * sender is kept out waits with them.
     */
    public Optional<UUID> claim(Instant now, Duration lease) {
        List<?> claimed = entities.createNativeQuery("""
                        update bulk_file set leased_until = :until where id = (
                            select f.id from bulk_file f join portal_user u on u.id = f.user_id
                            where f.finished_at is null and (f.leased_until is null or f.leased_until <= :now)
                            and not u.disabled
                            order by f.worked_at limit 1 for update of f skip locked)
                        returning cast(id as text)""", String.class)
                .setParameter("now", now)
                .setParameter("until", now.plus(lease))
                .getResultList();
        return claimed.stream().map(id -> UUID.fromString((String) id)).findFirst();
    }

    /** Gives a file back, for its next turn. */
    public void release(UUID file, Instant now) {
        entities.createNativeQuery("update bulk_file set leased_until = null, worked_at = :now where id = :file")
                .setParameter("now", now)
                .setParameter("file", file)
                .executeUpdate();
    }

    /** The first row that waits, if any does. */
    public Optional<Integer> nextWaiting(UUID file) {
        return rows(file, RowState.WAITING, 0, 1).stream().map(BulkRow::number).findFirst();
    }

    /** The row, which nobody else may change before this transaction ends. */
    public BulkRow getForChange(UUID file, int number) {
        return Optional.ofNullable(
                        entities.find(BulkRow.class, new BulkRow.Place(file, number), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Refusal.NotFound::new);
    }

    /**
     * The row of another file, the same as this, that has become a case not longer than {@link #KEPT} ago. Of two at
     * once the second waits for the first.
     */
    public Optional<BulkRow> madeBefore(BulkRow row, Instant now) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:fingerprint, 20)) as text)", String.class)
                .setParameter("fingerprint", row.fingerprint())
                .getSingleResult();
        return entities.createQuery(
                        "select r from BulkRow r where r.fingerprint = :fingerprint and r.state = MADE"
                                + " and r.settledAt > :since and r.place.fileId <> :file order by r.settledAt desc",
                        BulkRow.class)
                .setParameter("fingerprint", row.fingerprint())
                .setParameter("since", now.minus(KEPT))
                .setParameter("file", row.file())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Writes down what has become of all rows. */
    public void finish(UUID file, Instant now) {
        entities.createNativeQuery("""
                        update bulk_file set finished_at = :now, leased_until = null,
                            made = t.made, repeated = t.repeated, rejected = t.rejected
                        from (select count(*) filter (where state = 'MADE') as made,
                                count(*) filter (where state = 'REPEATED') as repeated,
                                count(*) filter (where state = 'REJECTED') as rejected,
                                count(*) filter (where state = 'WAITING') as waiting
                            from bulk_row where file_id = :file) t
                        where id = :file and finished_at is null and t.waiting = 0""")
                .setParameter("now", now)
                .setParameter("file", file)
                .executeUpdate();
    }

    /**
     * Drops rows of files that were finished before {@link #KEPT}.
     *
     * @return whether there may be more
     */
    public boolean forgetOld(Instant now, int round) {
        return entities.createNativeQuery("""
                        delete from bulk_row where (file_id, number) in (
                            select r.file_id, r.number from bulk_row r join bulk_file f on f.id = r.file_id
                            where f.finished_at < :before limit :round)""")
                        .setParameter("before", now.minus(KEPT))
                        .setParameter("round", round)
                        .executeUpdate()
                == round;
    }
}
