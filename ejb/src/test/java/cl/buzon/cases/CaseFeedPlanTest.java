package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What following the feed costs among 60,000 entries, told by PostgreSQL's own counters of the rows that it touched: a
 * page reads itself and nobody else's entries, wherever it begins.
 */
class CaseFeedPlanTest {

    private static final int ENTRIES = 60_000;
    private static final int PAGE = 50;
    private static final int LINES = 8;

    /** The planner may look at the row at either end of an index before it chooses one. */
    private static final int PLANNING = 2;

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @BeforeAll
    static void writeMuch() throws Exception {
        PERSISTENCE.run(em -> {
            ManyCases.people(em);
            ManyCases.open(em, ENTRIES);
            em.createNativeQuery("""
                            insert into activity (id, case_id, account_id, reporter_id, position, type, at, actor_kind,
                                actor_name, origin, feed_position)
                            select gen_random_uuid(), id, account_id, reporter_id, 1, 'COMPENSATION', created_at, 'SYSTEM', '-',
                                'SYNC', row_number() over (order by number) from claim_case""").executeUpdate();
            // Another company's first entry stands at the very end
            em.createNativeQuery("update activity set feed_position = feed_position + ?1 where account_id = ?2")
                    .setParameter(1, ENTRIES)
                    .setParameter(2, ManyCases.PACIFICO.value())
                    .executeUpdate();
        });
        try (var connection = PERSISTENCE.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @Test
    void aPageReadsOnlyItself() {
        for (long place : new long[] {0, ENTRIES / 2, ENTRIES - 10}) {
            assertThat(rowsRead(em -> new CaseFeed(em).after(new Viewer.Reporter(ManyCases.CAMILA), place, PAGE)))
                    .isLessThanOrEqualTo(PAGE + PLANNING);
            assertThat(rowsRead(em -> new CaseFeed(em).after(new Viewer.Company(ManyCases.ANDES), place, PAGE)))
                    .isLessThanOrEqualTo(PAGE + PLANNING);
            assertThat(rowsRead(em -> new CaseFeed(em).changes(place, PAGE))).isLessThanOrEqualTo(PAGE + PLANNING);
        }
    }

    @Test
    void theEntriesOfOthersAreNotWalkedThrough() {
        assertThat(rowsRead(em -> new CaseFeed(em).after(new Viewer.Company(ManyCases.PACIFICO), 0, PAGE)))
                .isLessThanOrEqualTo(PAGE + PLANNING);
        assertThat(rowsRead(em -> new CaseFeed(em).after(new Viewer.Company(ManyCases.ANDES), ENTRIES, PAGE)))
                .isZero();
    }

    @Test
    void newsLookThroughFewEntriesOnly() {
        Viewer camila = new Viewer.Reporter(ManyCases.CAMILA);
        Viewer andes = new Viewer.Company(ManyCases.ANDES);

        for (Viewer viewer : List.of(camila, andes)) {
            assertThat(rowsRead(em -> new CaseNews(em).latest(viewer, ManyCases.CAMILA, 0, Instant.EPOCH, LINES)))
                    .isLessThanOrEqualTo(CaseNews.LOOK + LINES + PLANNING);
        }
    }

    @Test
    void nothingNewCostsNothing() {
        assertThat(rowsRead(em -> new CaseFeed(em).number())).isZero();
        assertThat(rowsRead(em -> new CaseFeed(em).head())).isLessThanOrEqualTo(1);
    }

    private static long rowsRead(Consumer<EntityManager> work) {
        return PERSISTENCE.call(em -> {
            long before = touched(em);
            work.accept(em);
            return touched(em) - before;
        });
    }

    private static long touched(EntityManager em) {
        return ((Number) em.createNativeQuery("""
                                select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'activity'""").getSingleResult()).longValue();
    }
}
