package cl.buzon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestPersistenceTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @Test
    void theMigratedCategoriesAreThere() {
        assertThat(count("category")).isEqualTo(12);
    }

    @Test
    void workThatThrowsLeavesNothingBehind() {
        assertThatThrownBy(() -> PERSISTENCE.run(em -> {
                    em.createNativeQuery("delete from evidence_type").executeUpdate();
                    throw new IllegalStateException("thought better of it");
                }))
                .hasMessage("thought better of it");

        assertThat(count("evidence_type")).isPositive();
    }

    private static long count(String table) {
        return PERSISTENCE.call(em -> (Long) em.createNativeQuery("select count(*) from " + table, Long.class)
                .getSingleResult());
    }
}
