package cl.buzon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the arrows of the architecture, over the classes of all modules as they have been compiled. */
class ArchitectureTest {

    private static final Set<String> LOOK_UPS = Set.of("find", "getReference");
    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(compiledModules());

    @Test
    void everyPackageHasItsPlace() {
        classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should(lieInAPackageOfTheTable())
                .check(HOUSE);
    }

    @Test
    void packagesSeeOnlyWhatTheTableAllows() {
        classes().should(seeOnlyWhatTheTableAllows()).check(HOUSE);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("cl.buzon.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    /** A package-private one is silently no bean: the server only warns. */
    @Test
    void enterpriseBeansArePublic() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.ejb.Stateless")
                .or()
                .areAnnotatedWith("jakarta.ejb.Singleton")
                .or()
                .areAnnotatedWith("jakarta.ejb.Stateful")
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /** A query carries who is looking; a bare key would find another company's case as well. */
    @Test
    void onlyItsRepositoryFindsACaseByKey() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cl.buzon.cases")
                .should(findACaseByKey())
                .check(HOUSE);
    }

    /** Time comes from the clock, so that tests and the demo can set it. */
    @Test
    void nobodyAsksTheSystemForTheTime() {
        noClasses()
                .that()
                .areNotAssignableTo(Clock.class)
                .should()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod("java.time.LocalDate", "now")
                .orShould()
                .callMethod("java.time.LocalDateTime", "now")
                .orShould()
                .callMethod("java.time.ZonedDateTime", "now")
                .orShould()
                .callMethod("java.time.OffsetDateTime", "now")
                .orShould()
                .callMethod("java.lang.System", "currentTimeMillis")
                .check(HOUSE);
    }

    private static Path[] compiledModules() {
        return Stream.of("../ejb", "../web", "../connector", "health")
                .map(module -> Path.of(module, "target/classes"))
                .filter(Files::isDirectory)
                .toArray(Path[]::new);
    }

    private static ArchCondition<JavaClass> lieInAPackageOfTheTable() {
        return new ArchCondition<>("lie in a package that the table of arrows names") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean known = Arrows.rowOf(type.getPackageName()).isPresent();
                events.add(new SimpleConditionEvent(type, known, type.getName()));
            }
        };
    }

    private static ArchCondition<JavaClass> seeOnlyWhatTheTableAllows() {
        return new ArchCondition<>("see only what the table of arrows allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Arrows.rowOf(type.getPackageName()).ifPresent(from -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForbidden(from, dependency))
                        .map(dependency -> SimpleConditionEvent.violated(type, dependency.getDescription()))
                        .forEach(events::add));
            }
        };
    }

    private static boolean isForbidden(String from, Dependency dependency) {
        Optional<String> to = Arrows.rowOf(dependency.getTargetClass().getPackageName());
        return to.isPresent() && !Arrows.allows(from, to.get());
    }

    private static ArchCondition<JavaClass> findACaseByKey() {
        return new ArchCondition<>("find a case by its key") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(ArchitectureTest::looksUpByKey)
                        .filter(ArchitectureTest::namesTheCase)
                        .forEach(method ->
                                events.add(SimpleConditionEvent.satisfied(method, method.getDescription() + " does")));
            }
        };
    }

    private static boolean looksUpByKey(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(target -> target.getOwner().getName().equals("jakarta.persistence.EntityManager")
                        && LOOK_UPS.contains(target.getName()));
    }

    private static boolean namesTheCase(JavaMethod method) {
        return method.getReferencedClassObjects().stream()
                .anyMatch(reference -> reference.getRawType().getName().equals("cl.buzon.cases.Case"));
    }
}
