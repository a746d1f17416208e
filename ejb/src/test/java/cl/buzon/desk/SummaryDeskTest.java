package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.cases.CaseMonths;
import cl.buzon.cases.Categories;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Clp;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SummaryDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private final AccountId company = PERSISTENCE.call(em -> new TestRows(em).account());
    private final UserId rosa = PERSISTENCE.call(em -> new TestRows(em).user(company));

    @Test
    void twelveMonthsAreShownAlsoThoseWithoutACase() {
        SummaryView summary = summary(administrator(company));

        assertThat(summary.months())
                .extracting(SummaryView.Month::month)
                .hasSize(12)
                .startsWith(YearMonth.of(2025, 12))
                .endsWith(YearMonth.of(2026, 11));
        assertThat(summary.months()).extracting(SummaryView.Month::total).containsOnly(0L);
        assertThat(summary.situations()).isEmpty();
    }

    @Test
    void casesAreCountedByMonthAndSituationAndTheirMoneyAdded() {
        opened(rosa, "LOSS", "PAID", "2026-11-01T12:00:00Z", 1_000, 900, 800);
        opened(rosa, "LOSS", "REJECTED", "2026-11-02T12:00:00Z", 500, 400, 0);
        opened(rosa, "DAMAGE", "APPROVED", "2026-11-03T12:00:00Z", 50, 40, 0);

        SummaryView summary = summary(administrator(company));

        SummaryView.Month november = summary.months().get(11);
        assertThat(november.cases()).isEqualTo(Map.of("LOSS", 2L, "DAMAGE", 1L));
        assertThat(november.claimed()).isEqualTo(new Clp(1_550));
        assertThat(november.approved()).isEqualTo(new Clp(940));
        assertThat(november.paid()).isEqualTo(new Clp(800));
        assertThat(summary.situations()).extracting(SummaryView.Situation::code).containsExactly("DAMAGE", "LOSS");
        assertThat(summary.capped()).isFalse();
    }

    @Test
    void aMonthBeginsAtMidnightInSantiago() {
        opened(rosa, "LOSS", "REQUESTED", "2026-11-01T02:59:00Z", 1, 0, 0);
        opened(rosa, "LOSS", "REQUESTED", "2026-11-01T03:01:00Z", 1, 0, 0);
        opened(rosa, "LOSS", "REQUESTED", "2025-12-01T02:59:00Z", 1, 0, 0);

        SummaryView summary = summary(administrator(company));

        assertThat(summary.months())
                .extracting(SummaryView.Month::total)
                .endsWith(1L, 1L)
                .startsWith(0L);
    }

    @Test
    void asManyCasesAsAreCountedAreAllOfThem() {
        PERSISTENCE.run(em -> em.createNativeQuery("""
                        insert into claim_case (id, number, account_id, reporter_id, category_code, subject, description, state,
                            state_since, compensation_state, origin, created_at, updated_at, version)
                        select gen_random_uuid(), 'MANY' || n, account_id, id, 'LOSS', 'No llega', 'No llega', 'OPEN', ?1,
                            'REQUESTED', 'PORTAL', ?1, ?1, 0 from portal_user, generate_series(1, ?2) n where id = ?3""")
                .setParameter(1, Instant.parse("2026-11-02T12:00:00Z"))
                .setParameter(2, CaseTally.LIMIT)
                .setParameter(3, rosa.value())
                .executeUpdate());

        assertThat(summary(administrator(company)).capped()).isFalse();

        opened(rosa, "LOSS", "REQUESTED", "2026-11-03T12:00:00Z", 1, 0, 0);
        SummaryView more = summary(administrator(company));
        assertThat(more.capped()).isTrue();
        assertThat(more.months().get(11).total()).isEqualTo(CaseTally.LIMIT);
    }

    @Test
    void anotherCompanysCasesDoNotCount() {
        opened(rosa, "LOSS", "REQUESTED", "2026-11-02T12:00:00Z", 1, 0, 0);
        AccountId other = PERSISTENCE.call(em -> new TestRows(em).account());

        assertThat(summary(administrator(other)).situations()).isEmpty();
    }

    @Test
    void onlyAnAdministratorOfACompanyMayLook() {
        Actor customer = new Actor.Customer(rosa, company, "Rosa", false, Origin.PORTAL);
        Actor operator = new Actor.Operator(UserId.random(), "Ignacio", Origin.PORTAL);

        assertThatThrownBy(() -> summary(customer)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> summary(operator)).isInstanceOf(Refusal.NotAllowed.class);
    }

    private static SummaryView summary(Actor actor) {
        return PERSISTENCE.call(
                em -> new SummaryDesk(new CaseMonths(em), new Categories(em), Clock.fixed(NOON, ZoneOffset.UTC))
                        .summary(actor));
    }

    private static Actor administrator(AccountId of) {
        return new Actor.Customer(UserId.random(), of, "Ana", true, Origin.PORTAL);
    }

    private static void opened(
            UserId by, String category, String compensation, String at, long claimed, long approved, long paid) {
        PERSISTENCE.run(em -> em.createNativeQuery("""
                        insert into claim_case (id, number, account_id, reporter_id, category_code, subject, description, state,
                            state_since, compensation_state, claimed_amount, approved_amount, paid_amount, origin, created_at,
                            updated_at, version)
                        select ?1, ?2, account_id, id, ?3, 'No llega', 'No llega', 'OPEN', ?4, ?5, ?6, ?7, ?8, 'PORTAL', ?4, ?4, 0
                        from portal_user where id = ?9""")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, UUID.randomUUID().toString())
                .setParameter(3, category)
                .setParameter(4, Instant.parse(at))
                .setParameter(5, compensation)
                .setParameter(6, claimed)
                .setParameter(7, approved)
                .setParameter(8, paid)
                .setParameter(9, by.value())
                .executeUpdate());
    }
}
