package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseFeed;
import cl.buzon.cases.CaseNews;
import cl.buzon.cases.CaseTransitions;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Claim;
import cl.buzon.messages.CustomerMessage;
import cl.buzon.messages.Messages;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewsDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");
    private static final Actor BACK_OFFICE = new Actor.BackOffice("Marcela Fuentes", Origin.SYNC);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private final AccountId company = PERSISTENCE.call(em -> new TestRows(em).account());
    private final Actor.Customer rosa = customer("Rosa", false);
    private final Actor.Customer pedro = customer("Pedro", false);
    private final Actor.Customer administrator = customer("Ana", true);

    @Test
    void whatOthersDidIsNewUntilTheReaderHasLooked() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);

        NewsView before = news(rosa);
        seen(rosa, before.place());
        said(of, BACK_OFFICE, NOON);
        NewsView after = news(rosa);

        assertThat(before.unread()).isEqualTo(1);
        assertThat(after.unread()).isEqualTo(1);
        assertThat(after.latest())
                .as("a line for the case")
                .singleElement()
                .satisfies(line -> assertThat(line.fresh()).isEqualTo(1))
                .satisfies(line -> assertThat(line.last().actorName()).isEqualTo("Marcela Fuentes"));
    }

    @Test
    void aCaseIsOneLineWithItsLastNewsAndCountsOnce() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);
        said(of, BACK_OFFICE, NOON);
        said(of, new Actor.BackOffice("Rodrigo Lagos", Origin.SYNC), NOON);
        said(opened(rosa), BACK_OFFICE, NOON.plusSeconds(1));

        NewsView told = news(rosa);

        assertThat(told.unread()).isEqualTo(2);
        assertThat(told.latest())
                .extracting(line -> line.last().actorName(), NewsView.Line::fresh)
                .containsExactly(tuple("Marcela Fuentes", 1), tuple("Rodrigo Lagos", 3));
    }

    @Test
    void aFirstAnswerIsToldAndNotThatWorkHasBegun() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);
        acted(of, CaseAction.ACCEPT_WORK);

        assertThat(news(rosa).latest())
                .singleElement()
                .satisfies(line -> assertThat(line.last().type()).isEqualTo(ActivityView.Type.MESSAGE))
                .satisfies(line -> assertThat(line.fresh()).isEqualTo(2));

        acted(of, CaseAction.REQUEST_INFO);
        assertThat(news(rosa).latest())
                .singleElement()
                .satisfies(line -> assertThat(line.last().to()).isEqualTo(CaseState.AWAITING_INFO));
    }

    @Test
    void workThatBeginsAfterTheAnswerWasSeenIsTold() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);
        visited(rosa, of);

        acted(of, CaseAction.ACCEPT_WORK);

        assertThat(news(rosa).latest())
                .singleElement()
                .satisfies(line -> assertThat(line.last().to()).isEqualTo(CaseState.OPEN));
    }

    /** A case of the interface of programs, which nobody looks at: all of it is new. */
    @Test
    void workThatBeginsIsToldAndNotWhoHasTheCase() {
        CaseId of = opened(rosa);
        assigned(of);

        acted(of, CaseAction.ACCEPT_WORK);

        assertThat(news(rosa).latest())
                .singleElement()
                .satisfies(line -> assertThat(line.last().to()).isEqualTo(CaseState.OPEN))
                .satisfies(line -> assertThat(line.fresh()).isEqualTo(2));
    }

    @Test
    void theWorkOfAnotherThanWhoAnsweredIsTold() {
        CaseId of = opened(rosa);
        said(of, new Actor.BackOffice("Rodrigo Lagos", Origin.SYNC), NOON);

        acted(of, CaseAction.ACCEPT_WORK);

        assertThat(news(rosa).latest())
                .singleElement()
                .satisfies(line -> assertThat(line.last().to()).isEqualTo(CaseState.OPEN));
    }

    @Test
    void whatStoodOnAVisitedPageIsNoNews() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);
        CaseId other = opened(rosa);
        said(other, BACK_OFFICE, NOON);

        visited(rosa, other);

        assertThat(news(rosa).unread()).isEqualTo(1);
        assertThat(news(rosa).latest())
                .as("what is new stands first")
                .extracting(line -> line.last().number(), NewsView.Line::fresh)
                .containsExactly(tuple(number(of), 1), tuple(number(other), 0));
        said(other, BACK_OFFICE, NOON);
        assertThat(news(rosa).unread()).as("what has come since").isEqualTo(2);
    }

    @Test
    void whatOneHasSeenIsStillNewToAnother() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);

        visited(rosa, of);
        visited(pedro, of);

        assertThat(news(rosa).unread()).isZero();
        assertThat(news(administrator).unread()).isEqualTo(1);
        assertThat(visits(pedro)).as("of a case that he may not see").isZero();
    }

    @Test
    void anOldPageDoesNotForgetThatANewerOneWasSeen() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);
        said(of, BACK_OFFICE, NOON);

        visited(rosa, of);
        PERSISTENCE.run(em -> desk(em).visited(rosa, number(of), 1));

        assertThat(news(rosa).unread()).isZero();
    }

    @Test
    void whatTheReaderDidIsNoNews() {
        CaseId of = opened(rosa);
        said(of, rosa, NOON);

        assertThat(news(rosa)).isEqualTo(NewsView.NONE);
    }

    @Test
    void nobodyHearsOfAColleaguesCaseButTheAdministrator() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);

        assertThat(news(pedro).latest()).isEmpty();
        assertThat(news(administrator).latest()).singleElement().satisfies(line -> assertThat(line.fresh())
                .as("the case and its answer")
                .isEqualTo(2));
    }

    @Test
    void lookingAtOlderNewsDoesNotForgetThatNewerHaveBeenSeen() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);
        long first = news(rosa).place();
        said(of, BACK_OFFICE, NOON);
        long second = news(rosa).place();

        seen(rosa, second);
        seen(rosa, first);

        assertThat(news(rosa).unread()).isZero();
    }

    @Test
    void aPlaceFromTheFutureHidesNothingThatIsToCome() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON);

        seen(rosa, Long.MAX_VALUE);
        said(of, BACK_OFFICE, NOON);

        assertThat(news(rosa).unread()).isEqualTo(1);
    }

    @Test
    void whoHasNeverLookedIsToldOfTheLastDaysOnly() {
        CaseId of = opened(rosa);
        said(of, BACK_OFFICE, NOON.minus(Duration.ofDays(3)));
        said(of, BACK_OFFICE, NOON.minus(Duration.ofDays(1)));

        assertThat(news(rosa).unread()).isEqualTo(1);
        assertThat(news(rosa).latest()).singleElement().satisfies(line -> assertThat(line.fresh())
                .isEqualTo(1));
    }

    @Test
    void onlyCustomersHaveNews() {
        Actor operator = new Actor.Operator(UserId.random(), "Ignacio", Origin.PORTAL);

        assertThatThrownBy(() -> news(operator)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> seen(operator, 1)).isInstanceOf(Refusal.NotAllowed.class);
        CaseId of = opened(rosa);
        assertThatThrownBy(() -> visited(operator, of)).isInstanceOf(Refusal.NotAllowed.class);
    }

    private static NewsView news(Actor reader) {
        PERSISTENCE.run(em -> new CaseFeed(em).number());
        return PERSISTENCE.call(em -> desk(em).news(reader, 8));
    }

    private static void seen(Actor reader, long place) {
        PERSISTENCE.run(em -> new CaseFeed(em).number());
        PERSISTENCE.run(em -> desk(em).seen(reader, place));
    }

    /** Sees the page of a case as it is now. */
    private static void visited(Actor reader, CaseId page) {
        PERSISTENCE.run(em -> {
            Case of = new Cases(em, "CS").getForChange(page);
            desk(em).visited(reader, of.number(), of.activityCount());
        });
    }

    private static CaseNumber number(CaseId of) {
        return PERSISTENCE.call(em -> new Cases(em, "CS").getForChange(of).number());
    }

    private static long visits(Actor.Customer by) {
        return PERSISTENCE.call(
                em -> (Long) em.createNativeQuery("select count(*) from case_visit where user_id = :user", Long.class)
                        .setParameter("user", by.id().value())
                        .getSingleResult());
    }

    private static NewsDesk desk(EntityManager em) {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new NewsDesk(
                new CaseFeed(em),
                new CaseNews(em),
                new Headlines(new Cases(em, "CS"), new Executives(em, clock)),
                clock);
    }

    private Actor.Customer customer(String name, boolean isAdministrator) {
        UserId id = PERSISTENCE.call(em -> new TestRows(em).user(company));
        return new Actor.Customer(id, company, name, isAdministrator, Origin.PORTAL);
    }

    private static CaseId opened(Actor.Customer by) {
        return PERSISTENCE.call(em -> {
            Cases cases = new Cases(em, "CS");
            Case opened = Case.open(cases.nextNumber(), new Claim("OTHER", null, "Consulta", "¿Y?", null), by, NOON);
            cases.add(opened);
            cases.record(opened.opened(by));
            return opened.id();
        });
    }

    private static void said(CaseId on, Actor by, Instant at) {
        PERSISTENCE.run(em -> {
            Cases cases = new Cases(em, "CS");
            CustomerMessage message = new CustomerMessage(on, "Hola", by, at);
            new Messages(em).add(message);
            cases.record(cases.getForChange(on).said(message.id(), by, at));
        });
    }

    private static void assigned(CaseId on) {
        PERSISTENCE.run(em -> {
            ExecutiveId marcela = ExecutiveId.random();
            new Executives(em, Clock.fixed(NOON, ZoneOffset.UTC))
                    .add(new Executive(marcela, marcela + "@correo.example", "Marcela Fuentes"));
            em.flush();
            Case of = new Cases(em, "CS").getForChange(on);
            Actor policy = new Actor.Machine("Buzón", Origin.CLOCK);
            new Cases(em, "CS").record(of.assignTo(marcela, policy, NOON));
        });
    }

    private static void acted(CaseId on, CaseAction action) {
        PERSISTENCE.run(em -> {
            Cases cases = new Cases(em, "CS");
            cases.record(cases.getForChange(on).act(action, CaseTransitions.Party.STAFF, null, BACK_OFFICE, NOON));
        });
    }
}
