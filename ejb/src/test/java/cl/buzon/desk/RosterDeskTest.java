package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cl.buzon.assignment.Candidate;
import cl.buzon.assignment.Executives;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RosterDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);
    private static final Actor OPERATOR = new Actor.Operator(UserId.random(), "Ignacio", Origin.PORTAL);

    @Test
    void anExecutiveComesWithSkillsAndWithoutALimit() {
        ExecutiveId ana = takeOn("ana@buzon.example");

        Candidate candidate = PERSISTENCE.call(em -> new Executives(em, NOON)
                .available().stream()
                        .filter(one -> one.id().equals(ana))
                        .findFirst()
                        .orElseThrow());

        assertThat(candidate.capacity()).isNull();
        assertThat(candidate.skills()).containsExactly("LOSS");
    }

    @Test
    void anExecutiveWhoIsKnownStaysAsTheyAre() {
        ExecutiveId first = takeOn("berta@buzon.example");

        ExecutiveId again = takeOn("Berta@buzon.example");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void anAbsentExecutiveIsNotAvailable() {
        ExecutiveId carla = takeOn("carla@buzon.example");

        at(desk -> {
            desk.absent(OPERATOR, carla, TODAY, TODAY, null);
            return carla;
        });

        List<Candidate> available = PERSISTENCE.call(em -> new Executives(em, NOON).available());
        assertThat(available).extracting(Candidate::id).doesNotContain(carla);
    }

    @Test
    void onlyTheOperatorAndTheDemoTouchTheRoster() {
        Actor customer = new Actor.Customer(UserId.random(), AccountId.random(), "Camila", true, Origin.PORTAL);
        Actor clock = new Actor.Machine("Buzón", Origin.CLOCK);
        Actor demo = new Actor.Machine("Demo", Origin.DEMO);

        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> at(desk -> desk.executive(customer, "ana@buzon.example")));
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> at(desk -> desk.executive(clock, "ana@buzon.example")));
        assertThatNoException().isThrownBy(() -> at(desk -> desk.executive(demo, "ana@buzon.example")));
    }

    private static ExecutiveId takeOn(String email) {
        return at(desk -> desk.takeOn(OPERATOR, new NewExecutive("Ana Soto", email, null, Set.of("LOSS"))));
    }

    private static <T> T at(Function<RosterDesk, T> work) {
        return PERSISTENCE.call(em -> work.apply(new RosterDesk(new Executives(em, NOON))));
    }
}
