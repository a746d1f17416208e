package cl.buzon.cases;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What others did on the cases that somebody may see: the end of their part of the {@link CaseFeed}, read backwards, and
 * what of it they have seen: all up to a place of the feed, and of a case all up to an entry of its history.
 */
@ApplicationScoped
public class CaseNews {

    /** Entries looked through for what others did, their own among them. */
    static final int LOOK = 300;

    // What comes along with an answer is told by the answer: its files, and that whoever gave it has begun to work
    private static final String BY_CASE = """
            select cast(n.latest as text) as latest, n.fresh,
                count(*) filter (where n.fresh > 0) over () as unread, max(n.place) over () as place
            from (
                select (array_agg(c.id order by c.fresh desc, c.told, c.feed_position desc))[1] as latest,
                    max(c.feed_position) as place, count(*) filter (where c.fresh) as fresh
                from (
                    select c.*, coalesce(c.from_state = 'NEW' and c.to_state = 'OPEN'
                        and lag(c.type) over history in ('MESSAGE', 'FILE')
                        and lag(c.actor_kind) over history = c.actor_kind
                        and lag(c.actor_name) over history = c.actor_name
                        and lag(c.fresh) over history = c.fresh, false) as told
                    from (
                        select c.*, c.feed_position > :mark and c.at >= :since
                            and c.position > coalesce(v.position, 0) as fresh
                        from (select c.* from activity c where %s and c.feed_position is not null
                            order by c.feed_position desc limit :look) c
                        left join case_visit v on v.user_id = :reader and v.case_id = c.case_id
                        where (c.actor_id is null or c.actor_id <> :reader)
                            and (c.type <> 'FILE'
                                or (select f.message_id from attachment f where f.id = c.attachment_id) is null)) c
                    window history as (partition by c.case_id order by c.position)) c
                group by c.case_id) n
            order by n.fresh > 0 desc, n.place desc limit :limit""";

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected CaseNews() {}

    public CaseNews(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What others did on one case.
     *
     * @param latest the last of it; an answer rather than the beginning of its author's work that comes with it
     * @param fresh how much of it the reader has not seen
     */
    public record OnCase(Activity latest, int fresh) {}

    /**
     * Of some hundred entries what others did.
     *
     * @param cases those with something that the reader has not seen first, the newest first among them
     * @param unread how many cases have something that the reader has not seen
     * @param place of the last entry of all cases; 0 when there is none
     */
    public record Digest(List<OnCase> cases, int unread, long place) {}

    /**
     * The latest entries by others than the reader, by case.
     *
     * @param mark the place in the feed up to which nothing is new
     * @param since what is older is not new
     * @param limit of cases
     */
    @SuppressWarnings("unchecked")
    public Digest latest(Viewer viewer, UserId reader, long mark, Instant since, int limit) {
        Query query = entities.createNativeQuery(BY_CASE.formatted(viewer.condition()), Tuple.class);
        viewer.owner().ifPresent(owner -> query.setParameter("owner", owner));
        List<Tuple> rows = query.setParameter("reader", reader.value())
                .setParameter("mark", mark)
                .setParameter("since", since)
                .setParameter("look", LOOK)
                .setParameter("limit", limit)
                .getResultList();
        if (rows.isEmpty()) {
            return new Digest(List.of(), 0, 0);
        }
        Map<UUID, Activity> latest = entries(rows.stream().map(CaseNews::latest).toList());
        return new Digest(
                rows.stream()
                        .map(row -> new OnCase(Objects.requireNonNull(latest.get(latest(row))), number(row, "fresh")))
                        .toList(),
                number(rows.get(0), "unread"),
                ((Number) rows.get(0).get("place")).longValue());
    }

    private Map<UUID, Activity> entries(List<UUID> ids) {
        return entities.createQuery("select a from Activity a where a.id in :ids", Activity.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Activity::id, Function.identity()));
    }

    private static UUID latest(Tuple row) {
        return UUID.fromString(row.get("latest", String.class));
    }

    private static int number(Tuple row, String column) {
        return ((Number) row.get(column)).intValue();
    }

    /** Up to where the reader has looked; empty for who has never done so. */
    public Optional<Long> mark(UserId reader) {
        List<?> found = entities.createNativeQuery("select place from news_mark where user_id = :reader", Long.class)
                .setParameter("reader", reader.value())
                .getResultList();
        return found.stream().map(Long.class::cast).findFirst();
    }

    /** The reader has looked at everything up to a place; a mark never goes back. */
    public void setMark(UserId reader, long place) {
        entities.createNativeQuery("""
                        insert into news_mark (user_id, place) values (:reader, :place)
                        on conflict (user_id) do update set place = greatest(news_mark.place, excluded.place)""")
                .setParameter("reader", reader.value())
                .setParameter("place", place)
                .executeUpdate();
    }

    /**
     * The reader has seen the history of a case up to an entry, and nothing that comes after; of a case that is not there
     * for the viewer nothing is kept.
     */
    public void visited(Viewer viewer, UserId reader, CaseNumber number, int position) {
        Query query = entities.createNativeQuery("""
                insert into case_visit (user_id, case_id, position)
                select :reader, c.id, :position from claim_case c where c.number = :number and %s
                on conflict (user_id, case_id) do update set position = excluded.position
                where case_visit.position < excluded.position""".formatted(viewer.condition()));
        viewer.owner().ifPresent(owner -> query.setParameter("owner", owner));
        query.setParameter("reader", reader.value())
                .setParameter("number", number.value())
                .setParameter("position", position)
                .executeUpdate();
    }
}
