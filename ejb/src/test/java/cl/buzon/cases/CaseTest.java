package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cl.buzon.cases.CaseTransitions.Party;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final Actor.Customer CAMILA =
            new Actor.Customer(UserId.random(), AccountId.random(), "Camila", false, Origin.PORTAL);
    private static final Actor MARCELA = new Actor.Executive(ExecutiveId.random(), "Marcela", Origin.SYNC);

    private final Case claim = Case.open(
            CaseNumber.of("CS", 1001),
            new Claim("DAMAGE", new TrackingNumber("RR123456785CL"), "Llegó rota", "La lámpara", null),
            CAMILA,
            NOON);

    @Test
    void aNewCaseIsNobodysAndTellsThatItWasOpened() {
        Activity opened = claim.opened(CAMILA);

        assertThat(claim.state()).isEqualTo(CaseState.NEW);
        assertThat(claim.executive()).isEmpty();
        assertThat(opened.from()).isEmpty();
        assertThat(opened.to()).hasValue(CaseState.NEW);
        assertThat(opened.position()).isEqualTo(1);
    }

    @Test
    void eachTransitionIsTheNextEntryOfTheHistory() {
        claim.opened(CAMILA);

        Activity asked = claim.act(CaseAction.REQUEST_INFO, Party.STAFF, "Falta la etiqueta", MARCELA, LATER);

        assertThat(asked.position()).isEqualTo(2);
        assertThat(asked.from()).hasValue(CaseState.NEW);
        assertThat(asked.to()).hasValue(CaseState.AWAITING_INFO);
        assertThat(asked.reason()).hasValue("Falta la etiqueta");
        assertThat(claim.stateSince()).isEqualTo(LATER);
        assertThat(claim.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void anIllegalActionIsRefusedWithTheAllowedOnesAndChangesNothing() {
        assertThatExceptionOfType(Refusal.IllegalAction.class)
                .isThrownBy(() -> claim.act(CaseAction.ACCEPT, Party.CUSTOMER, null, CAMILA, LATER))
                .satisfies(refusal -> assertThat(refusal.allowed()).containsExactly(CaseAction.CLOSE));

        assertThat(claim.state()).isEqualTo(CaseState.NEW);
        assertThat(claim.activityCount()).isZero();
    }

    @Test
    void theWordsOfASolutionStayInTheHistory() {
        claim.resolvedWith("SOLVED", "Pagamos la lámpara");

        Activity resolved = claim.act(CaseAction.RESOLVE, Party.STAFF, null, MARCELA, LATER);

        assertThat(resolved.reason()).hasValue("Pagamos la lámpara");
        assertThat(claim.act(CaseAction.ACCEPT, Party.CUSTOMER, null, CAMILA, LATER)
                        .reason())
                .isEmpty();
    }

    @Test
    void aClosedCaseTakesNoMessages() {
        claim.act(CaseAction.CLOSE, Party.CUSTOMER, "Apareció", CAMILA, LATER);

        assertThatExceptionOfType(Refusal.IllegalAction.class)
                .isThrownBy(() -> claim.said(MessageId.random(), CAMILA, LATER))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("CASE_CLOSED"));
    }

    @Test
    void whatWasSaidOnTheOtherSideIsHeardThoughTheCaseIsClosedMeanwhile() {
        Actor there = new Actor.BackOffice("Marcela", Origin.SYNC);
        claim.act(CaseAction.CLOSE, Party.CUSTOMER, "Apareció", CAMILA, LATER);

        Activity said = claim.said(MessageId.random(), there, LATER);

        assertThat(said.position()).isEqualTo(2);
        assertThat(claim.state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void aRejectedSolutionIsCountedAndKeepsTheExecutive() {
        ExecutiveId executive = ExecutiveId.random();
        claim.assignTo(executive, MARCELA, NOON);
        claim.act(CaseAction.RESOLVE, Party.STAFF, null, MARCELA, NOON);

        claim.act(CaseAction.REJECT, Party.CUSTOMER, "No es lo acordado", CAMILA, LATER);

        assertThat(claim.state()).isEqualTo(CaseState.OPEN);
        assertThat(claim.rejections()).isEqualTo(1);
        assertThat(claim.executive()).hasValue(executive);
        assertThat(claim.resolvedAt()).isEmpty();
    }
}
