package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Claim;
import cl.buzon.drafts.Draft;
import cl.buzon.drafts.DraftFile;
import cl.buzon.drafts.Drafts;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.DraftWindow;
import cl.buzon.shared.Origin;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnsentDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");
    private static final String PARCEL = "RR123456785CL";

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private final Actor.Customer rosa = PERSISTENCE.call(em -> {
        AccountId company = new TestRows(em).account();
        return new Actor.Customer(new TestRows(em).user(company), company, "Rosa", false, Origin.PORTAL);
    });

    @Test
    void aFollowUpThatWasLeftIsListedWithItsCaseAndNothingBeginsWithIt() {
        CaseNumber closed = aCase();
        DraftId left = aDraft(closed, "Sigue roto");

        PERSISTENCE.run(em -> {
            assertThat(desk(em).unsent(rosa))
                    .singleElement()
                    .returns(left, DraftView::id)
                    .returns(closed, DraftView::relatedTo);
            assertThat(desk(em).start(rosa).id()).isNotEqualTo(left);
        });
    }

    /** Each only begun, as many as are listed at all. */
    @Test
    void followUpsDoNotHideTheClaimThatWasLeft() {
        DraftId left = PERSISTENCE.call(em -> {
            Draft draft = new Draft(rosa.id(), NOON.minusSeconds(60));
            draft.write("", "El que se dejó", "", "", DraftWindow.on(""), NOON.minusSeconds(60));
            new Drafts(em).add(draft);
            return draft.id();
        });
        for (int i = 0; i < 10; i++) {
            aDraft(aCase(), null);
        }

        PERSISTENCE.run(em -> {
            assertThat(desk(em).start(rosa).id()).isEqualTo(left);
            assertThat(desk(em).unsent(rosa)).extracting(DraftView::id).containsExactly(left);
        });
    }

    @Test
    void theParcelThatAFollowUpBeginsWithIsNothingThatWasLeft() {
        DraftId begun = aDraft(aCase(), null);

        PERSISTENCE.run(em -> {
            assertThat(desk(em).unsent(rosa)).isEmpty();
            Draft draft = new Drafts(em).get(begun, rosa.id());
            draft.write("RR123456799CL", "", "", "", DraftWindow.on(""), NOON);
            assertThat(desk(em).unsent(rosa)).as("another number").hasSize(1);
        });
    }

    @Test
    void wordsThatCameTooLateAreOfTheSameSituationOnlyWhileItIsOnOffer() {
        CaseNumber closed = aCase();
        DraftId other = aDraft(closed, "Cambiado en otra ventana");

        PERSISTENCE.run(em -> {
            DraftView apart = desk(em).startAfter(rosa, other);
            assertThat(apart.category()).isNotNull();
            assertThat(apart.relatedTo()).isEqualTo(closed);
            assertThat(apart.holdsSomething()).isFalse();

            em.createNativeQuery("update category set active = false where code = 'DAMAGE'")
                    .executeUpdate();
            em.flush();
            em.clear();
            assertThat(desk(em).startAfter(rosa, other).category()).isNull();
            em.getTransaction().setRollbackOnly();
        });
    }

    @Test
    void howManyThereAreCostsNoQueries() {
        aDraft(aCase(), "Uno");
        int one = queries();

        aDraft(aCase(), "Otro");
        aDraft(aCase(), "Y otro");

        assertThat(queries()).isEqualTo(one);
        assertThat(PERSISTENCE.<List<DraftView>>call(em -> desk(em).unsent(rosa)))
                .hasSize(3)
                .allSatisfy(draft -> assertThat(draft.files())
                        .extracting(DraftView.File::name)
                        .containsExactly(draft.text().subject() + ".pdf"));
    }

    private int queries() {
        return PERSISTENCE.call(em -> {
            Statistics statistics =
                    em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
            statistics.setStatisticsEnabled(true);
            statistics.clear();
            desk(em).unsent(rosa);
            return (int) statistics.getPrepareStatementCount();
        });
    }

    private CaseNumber aCase() {
        return PERSISTENCE.call(em -> {
            Cases cases = new Cases(em, "CS");
            Case opened = Case.open(cases.nextNumber(), new Claim("OTHER", null, "Roto", "¿Y?", null), rosa, NOON);
            cases.add(opened);
            return opened.number();
        });
    }

    /** After the closed case and about its parcel; with words and a file of the same name, where there are any. */
    private DraftId aDraft(CaseNumber closed, @Nullable String subject) {
        return PERSISTENCE.call(em -> {
            Drafts drafts = new Drafts(em);
            Draft draft = new Draft(rosa.id(), NOON);
            draft.follows(new Cases(em, "CS").get(closed, Judged.cases(rosa)).id(), PARCEL);
            draft.choose("DAMAGE", NOON);
            drafts.add(draft);
            if (subject != null) {
                draft.write(PARCEL, subject, "", "", DraftWindow.on(""), NOON);
                drafts.add(new DraftFile(draft.id(), subject + ".pdf", "application/pdf", 1, "a".repeat(64), NOON));
            }
            return draft.id();
        });
    }

    private static UnsentDesk desk(EntityManager em) {
        Drafts drafts = new Drafts(em);
        Cases cases = new Cases(em, "CS");
        Categories categories = new Categories(em);
        return new UnsentDesk(
                drafts,
                cases,
                categories,
                new ClaimRules(),
                new DraftViews(drafts, cases, categories),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
