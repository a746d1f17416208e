package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CategoriesTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @Test
    void thoseOnOfferComeInTheOrderOfTheScreen() {
        List<Category> offered = PERSISTENCE.call(em -> List.copyOf(new Categories(em).active()));

        assertThat(offered).hasSize(12).isSortedAccordingTo(Comparator.comparing(Category::position));
    }

    @Test
    void whatIsNoLongerOnOfferIsFoundByItsCodeAndAmongAll() {
        PERSISTENCE.run(em -> {
            em.createNativeQuery("update category set active = false where code = 'DAMAGE'")
                    .executeUpdate();
            Categories categories = new Categories(em);

            assertThat(categories.active()).extracting(Category::code).doesNotContain("DAMAGE");
            assertThat(categories.all()).extracting(Category::code).contains("DAMAGE");
            assertThat(categories.byCodes(Set.of("DAMAGE", "NOPE"))).containsOnlyKeys("DAMAGE");
            em.getTransaction().setRollbackOnly();
        });
    }

    /** A list of cases asks for those of a whole page, and every new case for all of them. */
    @Test
    void howManyThereAreCostsNoQueries() {
        PERSISTENCE.run(em -> {
            Statistics statistics = statistics(em);
            List<Category> offered = new Categories(em).active();
            assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);

            em.clear();
            statistics.clear();
            assertThat(new Categories(em).all()).hasSameSizeAs(offered);
            assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);

            em.clear();
            statistics.clear();
            Map<String, Category> found = new Categories(em)
                    .byCodes(offered.stream().map(Category::code).toList());
            assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
            assertThat(found.values())
                    .anySatisfy(category -> assertThat(category.evidence()).hasSizeGreaterThan(1));
        });
    }

    @Test
    void evidenceKeepsItsOrder() {
        Category byItself =
                PERSISTENCE.call(em -> new Categories(em).find("DAMAGE").orElseThrow());
        Category among = PERSISTENCE.call(
                em -> new Categories(em).byCodes(Set.of("DAMAGE", "LOSS")).get("DAMAGE"));

        assertThat(among.evidence())
                .extracting(EvidenceType::code)
                .containsExactlyElementsOf(
                        byItself.evidence().stream().map(EvidenceType::code).toList());
    }

    private static Statistics statistics(EntityManager em) {
        Statistics statistics =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        return statistics;
    }
}
