package cl.buzon.cases;

import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What others did on the cases that somebody may see: the end of their part of the {@link CaseFeed}, read backwards, and
 * the place up to which they have looked at it.
 */
@ApplicationScoped
public class CaseNews {

    /** Entries looked through for what others did, their own among them. */
    static final int LOOK = 300;

    // A file that came with a message is told by the message
    private static final String OTHERS = """
            from (select c.* from activity c where %s and c.feed_position is not null and c.feed_position > :after
                order by c.feed_position desc limit :look) c
            where (c.actor_id is null or c.actor_id <> :reader)
                and (c.type <> 'FILE' or (select f.message_id from attachment f where f.id = c.attachment_id) is null)""";

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected CaseNews() {}

    public CaseNews(EntityManager entities) {
        this.entities = entities;
    }

    /** The latest entries by others than the reader, the newest first. */
    @SuppressWarnings("unchecked")
    public List<Activity> latest(Viewer viewer, UserId reader, int limit) {
        Query query = entities.createNativeQuery(
                "select c.* " + OTHERS.formatted(viewer.condition()) + " order by c.feed_position desc limit :limit",
                Activity.class);
        return bound(query, viewer, reader, 0).setParameter("limit", limit).getResultList();
    }

    /**
     * How many entries by others stand after a place.
     *
     * @param since older ones do not count
     * @return exact while no more than some hundred entries stand there
     */
    public int count(Viewer viewer, UserId reader, long after, Instant since) {
        Query query = entities.createNativeQuery(
                "select count(*) " + OTHERS.formatted(viewer.condition()) + " and c.at >= :since", Long.class);
        return ((Number) bound(query, viewer, reader, after)
                        .setParameter("since", since)
                        .getSingleResult())
                .intValue();
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

    private static Query bound(Query query, Viewer viewer, UserId reader, long after) {
        viewer.owner().ifPresent(owner -> query.setParameter("owner", owner));
        return query.setParameter("reader", reader.value())
                .setParameter("after", after)
                .setParameter("look", LOOK);
    }
}
