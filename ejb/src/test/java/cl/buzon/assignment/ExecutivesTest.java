package cl.buzon.assignment;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExecutivesTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final Clock NOON = santiago(MONDAY.atTime(12, 0));

    @Test
    void anExecutiveIsFoundAgainWithEverything() {
        ExecutiveId ana = hire("Ana Rojas", executive -> {
            executive.setSkills(Set.of("LOSS", "DELAY"));
            executive.setCapacity(null);
        });

        Executive found = ask(NOON, executives -> {
            Executive executive = executives.find(ana).orElseThrow();
            assertThat(executive.skills()).containsExactlyInAnyOrder("LOSS", "DELAY");
            return executive;
        });

        assertThat(found.name()).isEqualTo("Ana Rojas");
        assertThat(found.capacity()).isEmpty();
        assertThat(found.isActive()).isTrue();
        assertThat(found.lastAssignedAt()).isEmpty();
    }

    @Test
    void anEmailIsFoundWhateverItsCapitals() {
        ExecutiveId bea = hire("Bea", executive -> {});

        assertThat(withEmail(email(bea).toUpperCase(Locale.ROOT))).contains(bea);
        assertThat(withEmail("nobody@correo.example")).isEmpty();
    }

    @Test
    void namesAreGivenOfThoseWhoExist() {
        ExecutiveId ana = hire("Ana", executive -> {});
        ExecutiveId bea = hire("Bea", executive -> {});

        assertThat(names(List.of(ana, bea, bea, ExecutiveId.random()))).isEqualTo(Map.of(ana, "Ana", bea, "Bea"));
        assertThat(names(List.of())).isEmpty();
    }

    @Test
    void aTeamIsReplacedSeatBySeat() {
        AccountId account = PERSISTENCE.call(em -> new TestRows(em).account());
        ExecutiveId ana = hire("Ana", executive -> {});
        ExecutiveId bea = hire("Bea", executive -> {});

        tell(executives -> executives.setTeam(account, new AccountTeam(ana, bea)));
        assertThat(team(account)).isEqualTo(new AccountTeam(ana, bea));

        tell(executives -> executives.setTeam(account, new AccountTeam(bea, null)));
        assertThat(team(account)).isEqualTo(new AccountTeam(bea, null));
    }

    @Test
    void anAbsenceIsOfWholeDaysInSantiagoAndEndsByItself() {
        ExecutiveId ana = hire("Ana", executive -> {});
        ExecutiveId bea = hire("Bea", executive -> {});
        tell(executives -> executives.add(new Absence(ana, MONDAY, MONDAY.plusDays(1), bea)));

        assertThat(seen(ana, MONDAY.atTime(0, 0).minusSeconds(1)).present()).isTrue();
        assertThat(seen(ana, MONDAY.atTime(0, 0)).present()).isFalse();
        assertThat(seen(ana, MONDAY.atTime(0, 0)).delegate()).isEqualTo(bea);
        assertThat(seen(ana, MONDAY.plusDays(1).atTime(23, 59)).present()).isFalse();
        assertThat(seen(ana, MONDAY.plusDays(2).atTime(0, 0)).present()).isTrue();
    }

    @Test
    void theFirstAbsenceWithADelegateCounts() {
        ExecutiveId ana = hire("Ana", executive -> {});
        ExecutiveId bea = hire("Bea", executive -> {});
        tell(executives -> {
            executives.add(new Absence(ana, MONDAY.minusDays(1), MONDAY, null));
            executives.add(new Absence(ana, MONDAY, MONDAY, bea));
        });

        assertThat(seen(ana, MONDAY.atTime(12, 0)).delegate()).isEqualTo(bea);
    }

    @Test
    void theLoadWeighsCasesByTheirState() {
        ExecutiveId ana = hire("Ana", executive -> {});
        PERSISTENCE.run(em -> {
            TestRows rows = new TestRows(em);
            UserId rosa = rows.user(rows.account());
            for (CaseState state : CaseState.values()) {
                rows.openCase(rosa, ana, state, NOON.instant());
                rows.openCase(rosa, null, state, NOON.instant());
            }
        });

        assertThat(seen(ana, MONDAY.atTime(12, 0)).load().cases()).isEqualByComparingTo("2.35");
    }

    @Test
    void onlyThoseActiveAndPresentAreAvailable() {
        ExecutiveId ana = hire("Ana", executive -> executive.setSkills(Set.of("LOSS")));
        ExecutiveId bea = hire("Bea", executive -> executive.setActive(false));
        ExecutiveId caro = hire("Caro", executive -> {});
        tell(executives -> executives.add(new Absence(caro, MONDAY, MONDAY, null)));

        List<Candidate> available = ask(NOON, Executives::available);

        assertThat(available)
                .contains(new SomeCandidate(ana).knowing("LOSS").now())
                .extracting(Candidate::id)
                .doesNotContain(bea, caro);
    }

    private static Optional<ExecutiveId> withEmail(String email) {
        return ask(NOON, executives -> executives.findByEmail(email).map(Executive::id));
    }

    private static Map<ExecutiveId, String> names(List<ExecutiveId> ids) {
        return ask(NOON, executives -> executives.byIds(ids).values().stream()
                .collect(toMap(Executive::id, Executive::name)));
    }

    private static AccountTeam team(AccountId account) {
        return ask(NOON, executives -> executives.team(account));
    }

    private static Candidate seen(ExecutiveId id, LocalDateTime at) {
        return ask(santiago(at), Executives::all).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static ExecutiveId hire(String name, Consumer<Executive> change) {
        ExecutiveId id = ExecutiveId.random();
        Executive executive = new Executive(id, email(id), name);
        change.accept(executive);
        tell(executives -> executives.add(executive));
        return id;
    }

    private static String email(ExecutiveId id) {
        return "E" + id + "@correo.example";
    }

    private static void tell(Consumer<Executives> wish) {
        PERSISTENCE.run(em -> wish.accept(new Executives(em, NOON)));
    }

    private static <T> T ask(Clock clock, Function<Executives, T> question) {
        return PERSISTENCE.call(em -> question.apply(new Executives(em, clock)));
    }

    private static Clock santiago(LocalDateTime at) {
        Instant instant = at.atZone(BusinessClock.SANTIAGO).toInstant();
        return Clock.fixed(instant, BusinessClock.SANTIAGO);
    }
}
