package cl.buzon.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.cases.EvidenceType;
import cl.buzon.testing.TestPersistence;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The claims of the demo among the situations that the migrations bring. */
class DemoClaimsTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final List<DemoCase> CASES = DemoScript.read().cases();

    private List<Category> categories = List.of();

    @BeforeEach
    void readCategories() {
        categories = PERSISTENCE.call(em -> new Categories(em).active());
    }

    @Test
    void everySituationOccurs() {
        Set<String> occurring = CASES.stream().map(DemoCase::category).collect(toSet());

        assertThat(occurring).isEqualTo(categories.stream().map(Category::code).collect(toSet()));
    }

    @Test
    void moneyIsAskedForOnlyWhereItCanBeHad() {
        assertThat(CASES).filteredOn(one -> one.claimed() != null).allMatch(one -> category(one)
                .compensable());
    }

    @Test
    void aNumberIsGivenWhereItIsRequired() {
        assertThat(CASES).filteredOn(one -> category(one).trackingRequired()).noneMatch(one -> one.trackingNumber()
                .isEmpty());
    }

    @Test
    void evidenceIsOfAKindThatTheSituationAsksFor() {
        assertThat(CASES).allSatisfy(one -> assertThat(evidence(one))
                .isSubsetOf(category(one).evidence().stream()
                        .map(EvidenceType::code)
                        .toList()));
    }

    @Test
    void someClaimsLackEvidenceAndSomeHaveAll() {
        assertThat(CASES).anyMatch(one -> !category(one).missing(evidence(one)).isEmpty());
        assertThat(CASES)
                .filteredOn(one -> category(one).evidence().stream().anyMatch(EvidenceType::required))
                .anyMatch(one -> category(one).missing(evidence(one)).isEmpty());
    }

    private Category category(DemoCase of) {
        return categories.stream()
                .filter(one -> one.code().equals(of.category()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> evidence(DemoCase of) {
        return of.steps().stream()
                .map(DemoStep::files)
                .flatMap(Collection::stream)
                .map(DemoFile::evidence)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
