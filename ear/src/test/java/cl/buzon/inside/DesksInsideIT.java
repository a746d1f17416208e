package cl.buzon.inside;

import static cl.buzon.inside.Samples.aCase;
import static cl.buzon.inside.Samples.aFile;
import static cl.buzon.inside.Samples.approved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.ClockDesk;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.DemoDesk;
import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.DraftText;
import cl.buzon.desk.DraftView;
import cl.buzon.desk.ExecutiveDesk;
import cl.buzon.desk.NewMessage;
import cl.buzon.desk.ReplyDesk;
import cl.buzon.desk.Resolution;
import cl.buzon.desk.RosterDesk;
import cl.buzon.desk.UnsentDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.DraftWindow;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.systems.RealEar;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desks do with their transactions, their marks for the connector, and the clock. */
@ExtendWith(ArquillianExtension.class)
class DesksInsideIT {

    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);
    private static final Resolution SOLVED = new Resolution("PAID", "Pagamos.");
    private static final Resolution NONE = new Resolution(null, null);

    @Inject
    CustomerDesk customers;

    @Inject
    UnsentDesk unsent;

    @Inject
    DraftDesk drafts;

    @Inject
    ReplyDesk replies;

    @Inject
    ExecutiveDesk executives;

    @Inject
    ClockDesk timers;

    @Inject
    DemoDesk people;

    @Inject
    RosterDesk roster;

    @Inject
    BusinessClock clock;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Deployment
    static EnterpriseArchive portal() {
        return RealEar.with(DesksInsideIT.class, Crowd.class, Samples.class, Staff.class, Tables.class);
    }

    private Staff staff() {
        return new Staff(people, roster);
    }

    private Tables tables() {
        return new Tables(database);
    }

    @BeforeEach
    void somebodyCanTakeCases() {
        staff().executive("OTHER", 1);
    }

    @Test
    void aCaseIsOpenedAssignedAndMarkedInOneTransaction() {
        Actor.Customer elena = staff().customer();

        CaseView opened = view(elena, customers.open(elena, aCase("OTHER")));

        assertThat(opened.executive()).isNotNull();
        assertThat(tables().count("""
                        select count(distinct writer) from (
                            select xmin::text as writer from claim_case where id = ?
                            union all select xmin::text from activity where case_id = ?
                            union all select xmin::text from assignment_decision where case_id = ?
                            union all select xmin::text from dirty_mark where case_id = ?) written""", id(opened), id(opened), id(opened), id(opened)))
                .isEqualTo(1);
        assertThat(tables().count("select count(*) from assignment_decision where case_id = ?", id(opened)))
                .isEqualTo(1);
    }

    @Test
    void aCaseThatCannotBeMarkedIsNotOpened() {
        Actor.Customer elena = staff().customer();
        customers.open(elena, aCase("OTHER"));
        List<Long> before = rows();

        tables().withoutMarks(() ->
                assertThatThrownBy(() -> customers.open(elena, aCase("OTHER"))).isNotNull());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aDraftThatCouldNotBeSentIsStillThere() {
        Actor.Customer elena = staff().customer();
        DraftId draft = unsent.start(elena).id();
        drafts.choose(elena, draft, "OTHER");
        write(elena, draft, new DraftText("", "Un borrador", "Que vuelve.", ""));
        drafts.add(elena, draft, aFile("borrador.txt"));
        List<Long> before = rows();

        tables().withoutMarks(() ->
                assertThatThrownBy(() -> drafts.submit(elena, draft)).isNotNull());

        assertThat(rows()).isEqualTo(before);
        assertThat(drafts.draft(elena, draft).submittedAs()).isNull();
        assertThat(drafts.draft(elena, draft).files()).hasSize(1);
        CaseNumber sent = drafts.submit(elena, draft);
        assertThat(customers.files(elena, sent)).hasSize(1);
        assertThat(drafts.submit(elena, draft)).isEqualTo(sent);
    }

    @Test
    void aDraftIsKeptForSevenDaysFromItsLastTouch() {
        Actor.Customer elena = staff().customer();
        DraftId draft = unsent.start(elena).id();
        clock.runAt(santiago("2026-03-02T10:00"), () -> drafts.add(elena, draft, aFile("borrador.txt")));

        clock.runAt(santiago("2026-03-09T09:59"), () -> {
            timers.forgetDrafts(CLOCK);
            assertThat(unsent.start(elena).id()).isEqualTo(draft);
        });
        clock.runAt(santiago("2026-03-09T10:01"), () -> timers.forgetDrafts(CLOCK));

        assertThatThrownBy(() -> drafts.draft(elena, draft)).isInstanceOf(Refusal.NotFound.class);
        assertThat(tables().count("select count(*) from draft_file where draft_id = ?", draft.value()))
                .isZero();
    }

    @Test
    void aFollowUpThatWasLeftUnsentIsFoundAgain() {
        Actor.Customer elena = staff().customer();
        CaseNumber closed = customers.open(elena, aCase("OTHER"));
        CaseNumber another = customers.open(elena, aCase("OTHER"));
        customers.act(elena, closed, CaseAction.CLOSE, "Apareció");
        customers.act(elena, another, CaseAction.CLOSE, "Apareció");
        DraftId draft = unsent.startRelated(elena, closed).id();

        assertThat(unsent.startRelated(elena, closed).id()).isEqualTo(draft);
        assertThat(unsent.startRelated(elena, another).id()).isNotEqualTo(draft);
        assertThat(unsent.start(elena).id()).as("a claim of its own").isNotEqualTo(draft);
    }

    /** More than the thirty days in which a closed case can be followed up. */
    @Test
    void aFollowUpThatCameTooLateGoesOnWithoutTheClosedCase() {
        Actor.Customer elena = staff().customer();
        CaseNumber closed = customers.open(elena, aCase("OTHER"));
        customers.act(elena, closed, CaseAction.CLOSE, "Apareció");
        DraftId draft = unsent.startRelated(elena, closed).id();
        drafts.choose(elena, draft, "OTHER");
        write(elena, draft, new DraftText("", "Un borrador", "Que llega tarde.", ""));
        drafts.add(elena, draft, aFile("borrador.txt"));
        Instant late = Instant.now().plus(Duration.ofDays(40));
        clock.runAt(late, () -> assertThat(drafts.check(elena, draft).faults())
                .extracting(Fault::field)
                .containsExactly("relatedTo"));

        clock.runAt(late, () -> drafts.unrelate(elena, draft));

        clock.runAt(late, () -> assertThat(drafts.check(elena, draft).faults()).isEmpty());
        assertThat(drafts.draft(elena, draft).relatedTo()).isNull();
        assertThat(drafts.draft(elena, draft).text().subject()).isEqualTo("Un borrador");
        assertThat(drafts.draft(elena, draft).files()).hasSize(1);
        drafts.submit(elena, draft);
    }

    @Test
    void aWaitingFileThatEveryWindowRemovesAtOnceIsGone() throws Exception {
        Actor.Customer elena = staff().customer();
        CaseNumber number = customers.open(elena, aCase("OTHER"));

        for (int round = 0; round < 10; round++) {
            UUID file = replies.add(elena, number, aFile("boleta.txt")).id();
            new Crowd(4).each(1, () -> {
                replies.remove(elena, number, file);
                return file;
            });
        }

        assertThat(replies.files(elena, number)).isEmpty();
    }

    @Test
    void anotherClaimIsBegunBesideTheOneThatWasLeft() {
        Actor.Customer elena = staff().customer();
        DraftId left = unsent.start(elena).id();
        drafts.choose(elena, left, "OTHER");
        write(elena, left, new DraftText("", "El que se dejó", "Con sus palabras.", ""));

        DraftView another = unsent.startAnother(elena);

        assertThat(another.holdsSomething()).isFalse();
        assertThat(unsent.start(elena).id()).isEqualTo(another.id()).isNotEqualTo(left);
        assertThat(unsent.startAnother(elena).id()).as("nothing was typed").isEqualTo(another.id());
        assertThat(unsent.unsent(elena))
                .extracting(DraftView::id)
                .contains(left)
                .doesNotContain(another.id());
        drafts.submit(elena, left);
        assertThat(unsent.unsent(elena)).extracting(DraftView::id).doesNotContain(left);
    }

    @Test
    void whatCameTooLateForADraftIsKeptInAnother() {
        Actor.Customer elena = staff().customer();
        DraftId sent = unsent.startAnother(elena).id();
        drafts.choose(elena, sent, "OTHER");
        write(elena, sent, new DraftText("", "El primero", "Que se envía.", ""));
        drafts.submit(elena, sent);

        DraftView late = unsent.startAfter(elena, sent);

        assertThat(late.id()).isNotEqualTo(sent);
        assertThat(late.category()).isNotNull();
        assertThat(late.holdsSomething()).isFalse();
    }

    /** Two devices show the same words, and one of them goes on without changing any. */
    @Test
    void wordsThatStandThereAlreadyAreNoNewsToTheOtherWindow() {
        Actor.Customer elena = staff().customer();
        DraftId draft = unsent.startAnother(elena).id();
        DraftWindow desk = drafts.draft(elena, draft).opened();
        DraftText words = new DraftText("", "Lo que se ve", "En los dos.", "");
        drafts.write(elena, draft, words, desk);
        drafts.choose(elena, draft, "OTHER");
        DraftWindow stale = DraftWindow.on("");

        drafts.write(elena, draft, words, stale);

        drafts.write(elena, draft, new DraftText("", "Lo que se ve", "Y algo más.", ""), desk);
        assertThat(drafts.draft(elena, draft).text().description()).isEqualTo("Y algo más.");
        assertThatThrownBy(() -> drafts.write(elena, draft, words, stale)).isInstanceOf(Refusal.IllegalAction.class);
        drafts.submit(elena, draft);
    }

    @Test
    void whatAnotherWindowChangedIsNotSentUnseen() {
        Actor.Customer elena = staff().customer();
        DraftId draft = unsent.startAnother(elena).id();
        drafts.choose(elena, draft, "OTHER");
        write(elena, draft, new DraftText("", "Como se vio", "Antes.", ""));
        Instant seen = drafts.draft(elena, draft).updatedAt();
        write(elena, draft, new DraftText("", "Como quedó", "Después.", ""));

        assertThatThrownBy(() -> drafts.submitAsSeen(elena, draft, seen)).isInstanceOf(Refusal.IllegalAction.class);

        assertThat(drafts.draft(elena, draft).submittedAs()).isNull();
        Instant now = drafts.draft(elena, draft).updatedAt();
        CaseNumber sent = drafts.submitAsSeen(elena, draft, now);
        assertThat(drafts.submitAsSeen(elena, draft, now)).as("sent twice").isEqualTo(sent);
        assertThatThrownBy(() -> drafts.submitAsSeen(elena, draft, seen)).isInstanceOf(Refusal.IllegalAction.class);
    }

    @Test
    void whateverChangesACaseMarksItOnce() {
        Actor.Customer elena = staff().customer();
        Actor.Executive executive = staff().executive("OTHER", 1);
        CaseNumber one = customers.open(elena, aCase("LOSS", 45_000L));
        assertThat(marks(elena, one)).isEqualTo(1);

        marksOnce(elena, one, () -> customers.post(elena, one, NewMessage.of("¿Hay novedades?")));
        marksOnce(elena, one, () -> customers.attach(elena, one, List.of(aFile("uno.txt"))));
        marksOnce(elena, one, () -> executives.post(executive, one, NewMessage.of("Lo buscamos.")));
        marksOnce(elena, one, () -> executives.attach(executive, one, List.of(aFile("dos.txt"))));
        marksOnce(elena, one, () -> act(executive, one, CaseAction.REQUEST_INFO, "El manifiesto"));
        marksOnce(elena, one, () -> customers.post(elena, one, new NewMessage("Aquí.", List.of(aFile("tres.txt")))));
        marksOnce(elena, one, () -> customers.act(elena, one, CaseAction.WITHDRAW, null));
        marksOnce(elena, one, () -> executives.compensate(executive, one, approved(40_000L)));
        marksOnce(elena, one, () -> executives.act(executive, one, CaseAction.RESOLVE, null, SOLVED));
        marksOnce(elena, one, () -> customers.act(elena, one, CaseAction.REJECT, "No llegó nada"));
        marksOnce(elena, one, () -> executives.act(executive, one, CaseAction.RESOLVE, null, SOLVED));
        marksOnce(elena, one, () -> customers.act(elena, one, CaseAction.ACCEPT, null));
    }

    @Test
    void theWaysOutMarkACaseOnceToo() {
        Actor.Customer elena = staff().customer();
        Actor.Executive executive = staff().executive("OTHER", 1);
        CaseNumber closed = customers.open(elena, aCase("OTHER"));
        CaseNumber cancelled = customers.open(elena, aCase("OTHER"));

        marksOnce(elena, closed, () -> act(executive, closed, CaseAction.ACCEPT_WORK, null));
        marksOnce(elena, closed, () -> customers.act(elena, closed, CaseAction.CLOSE, "Apareció"));
        marksOnce(elena, cancelled, () -> act(executive, cancelled, CaseAction.CANCEL, "DUPLICATE"));
    }

    @Test
    void submitsAtOnceLeaveNobodyIdleAndNoCaseAlone() throws Exception {
        Actor.Customer elena = staff().customer();
        List<Actor.Executive> equals = IntStream.range(0, 3)
                .mapToObj(which -> staff().executive("WRONG_RETURN", which))
                .toList();

        List<CaseNumber> opened = new Crowd(8).each(4, () -> customers.open(elena, aCase("WRONG_RETURN")));

        assertThat(opened).hasSize(32).doesNotHaveDuplicates();
        assertThat(opened).allMatch(number -> view(elena, number).executive() != null);
        List<Long> loads = equals.stream()
                .map(one -> tables().count(
                                "select count(*) from claim_case where executive_id = ?",
                                one.id().value()))
                .sorted()
                .toList();
        assertThat(loads.stream().mapToLong(Long::longValue).sum()).isEqualTo(32);
        assertThat(loads.get(2) - loads.get(0)).isLessThanOrEqualTo(1);
    }

    /** A Monday morning; the fifth working day ends with the next Monday. */
    @Test
    void aSolutionThatNobodyAnswersIsClosedAfterFiveWorkingDays() {
        Actor.Customer elena = staff().customer();
        Actor.Executive executive = staff().executive("OTHER", 1);
        CaseNumber resolved = customers.open(elena, aCase("OTHER"));
        CaseId id = view(elena, resolved).id();
        clock.runAt(
                santiago("2026-03-02T10:00"),
                () -> executives.act(executive, resolved, CaseAction.RESOLVE, null, SOLVED));

        clock.runAt(santiago("2026-03-09T23:59"), () -> assertThat(timers.unanswered(CLOCK))
                .doesNotContain(id));
        clock.runAt(santiago("2026-03-10T00:01"), () -> {
            assertThat(timers.unanswered(CLOCK)).contains(id);
            timers.expire(CLOCK, id);
        });

        assertThat(view(elena, resolved).state()).isEqualTo(CaseState.CLOSED);
        assertThat(view(elena, resolved).takesMessages()).isFalse();
    }

    /** In a window that has just been opened. */
    private void write(Actor.Customer elena, DraftId draft, DraftText text) {
        drafts.write(elena, draft, text, drafts.draft(elena, draft).opened());
    }

    private void marksOnce(Actor.Customer elena, CaseNumber number, Runnable wish) {
        tables().run("delete from dirty_mark where case_id = ?", id(view(elena, number)));
        wish.run();
        assertThat(marks(elena, number)).isEqualTo(1);
    }

    private long marks(Actor.Customer elena, CaseNumber number) {
        return tables().count("select count(*) from dirty_mark where case_id = ?", id(view(elena, number)));
    }

    /** How much there is of everything that a new case consists of. */
    private List<Long> rows() {
        return List.of(
                tables().count("select count(*) from claim_case"),
                tables().count("select count(*) from activity"),
                tables().count("select count(*) from assignment_decision"),
                tables().count("select count(*) from attachment"),
                tables().count("select count(*) from dirty_mark"));
    }

    private void act(Actor.Executive executive, CaseNumber number, CaseAction action, @Nullable String reason) {
        executives.act(executive, number, action, reason, NONE);
    }

    private CaseView view(Actor.Customer customer, CaseNumber number) {
        return customers.view(customer, number);
    }

    private static Object id(CaseView view) {
        return view.id().value();
    }

    private static Instant santiago(String time) {
        return LocalDateTime.parse(time).atZone(BusinessClock.SANTIAGO).toInstant();
    }
}
