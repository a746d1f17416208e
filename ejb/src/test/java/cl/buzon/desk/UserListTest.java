package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.ListOrder;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.cases.CaseCounts;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Page;
import cl.buzon.shared.UserSort;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UserListTest {

    private static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private AccountId company;

    @SuppressWarnings("NullAway.Init")
    UserListTest() {}

    @BeforeEach
    void sevenPeople() {
        company = PERSISTENCE.call(em -> new TestRows(em).account());
        PERSISTENCE.run(em -> {
            TestRows elsewhere = new TestRows(em);
            elsewhere.openCase(elsewhere.user(elsewhere.account()), null, CaseState.NEW, NOON);
        });
        add("Ana", true, 2, 0);
        add("Berta", false, 0, 3);
        add("Carla", false, 1, -1);
        add("Diego", false, 3, -1);
        add("Diego", false, 0, 1);
        add("Elsa", true, 2, 0);
        add("Fidel", false, 0, -1);
    }

    /** @param hours of the last sign-in, none below zero, when they have not made a password either */
    private void add(String name, boolean administrator, int cases, int hours) {
        PERSISTENCE.run(em -> {
            PortalUser user = PortalUser.of(
                    company, new EmailAddress(UUID.randomUUID() + "@austral.example"), name, administrator, "-", NOON);
            if (hours < 0) {
                user.mustMakeOwnPassword("-");
            } else {
                user.signedIn(NOON.plusSeconds(3600L * hours));
            }
            user.setDisabled(name.equals("Berta"));
            new PortalUsers(em).add(user);
            em.flush();
            for (int i = 0; i < cases; i++) {
                new TestRows(em).openCase(user.id(), null, CaseState.OPEN, NOON);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,         Ana Berta Carla Diego Diego Elsa Fidel, Fidel Elsa Diego Diego Carla Berta Ana",
        "ROLE,         Ana Elsa Berta Carla Diego Diego Fidel, Berta Carla Diego Diego Fidel Ana Elsa",
        "LAST_SIGN_IN, Carla Diego Fidel Ana Elsa Diego Berta, Berta Diego Ana Elsa Carla Diego Fidel",
        "CASES,        Berta Diego Fidel Carla Ana Elsa Diego, Diego Ana Elsa Carla Berta Diego Fidel",
        "STANDING,     Ana Diego Elsa Carla Diego Fidel Berta, Berta Carla Diego Fidel Ana Diego Elsa"
    })
    void everyColumnOrdersThemAndNamesBreakTheTie(UserSort sort, String upwards, String downwards) {
        assertThat(names(page(sort, false, null, 50))).isEqualTo(upwards);
        assertThat(names(page(sort, true, null, 50))).isEqualTo(downwards);
    }

    /** Else a list of people would count every case of their company. */
    @Test
    void whoHasMoreCasesThanAreCountedStandsByTheirName() {
        ListOrder upToTwo = new ListOrder(CaseCounts.rank(2), true);

        Page<PortalUser> page = PERSISTENCE.call(em -> new PortalUsers(em).page(company, "", null, upToTwo, null, 50));

        assertThat(page.items())
                .extracting(PortalUser::name)
                .containsExactly("Ana", "Diego", "Elsa", "Carla", "Berta", "Diego", "Fidel");
    }

    @ParameterizedTest
    @EnumSource
    void aListIsReadForwardsAndBackwardsWithoutGaps(UserSort sort) {
        for (boolean descending : new boolean[] {false, true}) {
            List<UserView> all = page(sort, descending, null, 50).items();

            List<UserView> forwards = new ArrayList<>();
            Page<UserView> page = page(sort, descending, null, 2);
            forwards.addAll(page.items());
            while (page.next() != null) {
                page = page(sort, descending, page.next(), 2);
                forwards.addAll(page.items());
            }
            List<UserView> backwards = new ArrayList<>(page.items());
            while (page.previous() != null) {
                page = page(sort, descending, page.previous(), 2);
                backwards.addAll(0, page.items());
            }

            assertThat(forwards).isEqualTo(all);
            assertThat(backwards).isEqualTo(all);
        }
    }

    @Test
    void casesAreCountedForThePageAtOnce() {
        List<UserView> all = page(UserSort.NAME, false, null, 50).items();
        long statements = PERSISTENCE.call(em -> {
            Statistics statistics =
                    em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
            statistics.setStatisticsEnabled(true);
            statistics.clear();
            new UserList(new PortalUsers(em), new CaseCounts(em)).page(company, UserFilter.ALL, null, 50);
            return statistics.getPrepareStatementCount();
        });

        assertThat(all.stream().map(UserView::cases).sorted(Comparator.naturalOrder()))
                .containsExactly(0L, 0L, 0L, 1L, 2L, 2L, 3L);
        assertThat(Collections.max(all, Comparator.comparingLong(UserView::cases))
                        .name())
                .isEqualTo("Diego");
        assertThat(statements).isEqualTo(2);
    }

    private Page<UserView> page(UserSort sort, boolean descending, @Nullable String place, int limit) {
        return PERSISTENCE.call(em -> new UserList(new PortalUsers(em), new CaseCounts(em))
                .page(company, new UserFilter("", null, sort, descending), place, limit));
    }

    private static String names(Page<UserView> page) {
        return String.join(" ", page.items().stream().map(UserView::name).toList());
    }
}
