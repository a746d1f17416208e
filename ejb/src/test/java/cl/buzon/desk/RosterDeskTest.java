package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

import cl.buzon.accounts.Accounts;
import cl.buzon.assignment.Candidate;
import cl.buzon.assignment.Executives;
import cl.buzon.cases.Categories;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
    void anAbsenceIsShownUntilItEndsAndCanEndEarly() {
        ExecutiveId dora = takeOn("dora@buzon.example");
        ExecutiveId eva = takeOn("eva@buzon.example");

        tell(desk -> desk.absent(
                OPERATOR, dora, new TypedAbsence("" + TODAY.minusDays(2), "" + TODAY.plusDays(3), "" + eva)));

        List<AbsenceView> absences = absences(dora);
        assertThat(view(dora).absentUntil()).isEqualTo(TODAY.plusDays(3));
        assertThat(absences).extracting(AbsenceView::delegate).containsExactly("Ana Soto");

        tell(desk -> desk.back(OPERATOR, dora, absences.get(0).id()));

        assertThat(view(dora).absentUntil()).isNull();
        assertThat(absences(dora)).isEmpty();
    }

    @Test
    void allThatIsWrongWithAnAbsenceIsSaidAtOnce() {
        ExecutiveId fany = takeOn("fany@buzon.example");

        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> tell(desk ->
                        desk.absent(OPERATOR, fany, new TypedAbsence("" + TODAY, "" + TODAY.minusDays(1), "" + fany))))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::field, Fault::code)
                        .containsExactly(tuple("lastDay", "DATE_ORDER"), tuple("delegate", "OWN_DELEGATE")));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> tell(desk -> desk.absent(OPERATOR, fany, new TypedAbsence("mañana", "", "somebody"))))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::code)
                        .containsExactly("DATE_FORM", "REQUIRED", "UNKNOWN_EXECUTIVE"));
    }

    @Test
    void anExecutiveIsChangedButNotIntoAnotherOne() {
        ExecutiveId gina = takeOn("gina@buzon.example");
        takeOn("hilda@buzon.example");

        tell(desk -> desk.change(
                OPERATOR,
                gina,
                new TypedExecutive("Gina Lara", "GINA@buzon.example", "25", false, Set.of("DELAY", "NOTHING"))));

        assertThat(view(gina))
                .isEqualTo(new ExecutiveView(
                        gina,
                        "Gina Lara",
                        "gina@buzon.example",
                        false,
                        25,
                        new BigDecimal("0.00"),
                        Set.of("DELAY"),
                        null));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> tell(desk -> desk.change(
                        OPERATOR, gina, new TypedExecutive("", "hilda@buzon.example", "many", true, Set.of()))))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("name", "email", "capacity"));
    }

    @Test
    void aTeamHasTwoDifferentPeople() {
        AccountId account = PERSISTENCE.call(em -> new TestRows(em).account());
        ExecutiveId ines = takeOn("ines@buzon.example");
        ExecutiveId julia = takeOn("julia@buzon.example");

        tell(desk -> desk.setTeam(OPERATOR, account, "" + ines, "" + julia));

        assertThat(PERSISTENCE.<TeamView>call(em -> desk(em).team(OPERATOR, account)))
                .isEqualTo(new TeamView(ines, julia));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> tell(desk -> desk.setTeam(OPERATOR, account, "" + ines, "" + ines)));
    }

    private static void tell(Consumer<RosterDesk> wish) {
        PERSISTENCE.run(em -> wish.accept(desk(em)));
    }

    private static ExecutiveView view(ExecutiveId id) {
        return at(desk -> desk.executive(OPERATOR, id));
    }

    private static List<AbsenceView> absences(ExecutiveId id) {
        return at(desk -> desk.absences(OPERATOR, id));
    }

    private static RosterDesk desk(EntityManager em) {
        return new RosterDesk(new Executives(em, NOON), new Accounts(em), new Categories(em), NOON);
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
        return PERSISTENCE.call(em -> work.apply(desk(em)));
    }
}
