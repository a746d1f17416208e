package cl.buzon.assignment;

import static cl.buzon.assignment.AssignmentReason.BACKUP;
import static cl.buzon.assignment.AssignmentReason.DELEGATE;
import static cl.buzon.assignment.AssignmentReason.LEAST_LOAD;
import static cl.buzon.assignment.AssignmentReason.NOBODY_FREE;
import static cl.buzon.assignment.AssignmentReason.PRIMARY;
import static cl.buzon.assignment.AssignmentReason.PRIMARY_ABSENT;
import static cl.buzon.assignment.AssignmentReason.PRIMARY_FULL;
import static cl.buzon.assignment.AssignmentReason.SKILL;
import static cl.buzon.assignment.AssignmentReason.SKILL_RELAXED;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.ExecutiveId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentPolicyTest {

    private static final Instant NOON = Instant.parse("2026-05-04T16:00:00Z");
    private static final ExecutiveId ANA = ExecutiveId.of("00000000-0000-0000-0000-00000000000a");
    private static final ExecutiveId BEA = ExecutiveId.of("00000000-0000-0000-0000-00000000000b");
    private static final ExecutiveId CARO = ExecutiveId.of("00000000-0000-0000-0000-00000000000c");
    private static final ExecutiveId LAST = ExecutiveId.of("ffffffff-0000-0000-0000-00000000000f");
    private static final AccountTeam NO_TEAM = new AccountTeam(null, null);
    private static final AccountTeam ANA_THEN_BEA = new AccountTeam(ANA, BEA);

    @Test
    void thePrimaryTakesItWhateverOthersHaveToDo() {
        AssignmentDecision decision = decide(ANA_THEN_BEA, someone(ANA).load(30), someone(BEA));

        assertThat(decision).isEqualTo(new AssignmentDecision(ANA, List.of(PRIMARY), new Load(3000)));
    }

    @Test
    void thePrimaryStretchesToJustBelowAFifthMore() {
        SomeCandidate stretched = someone(ANA).capacity(10).hundredths(1199);
        SomeCandidate full = someone(ANA).capacity(10).hundredths(1200);

        assertThat(decide(ANA_THEN_BEA, stretched, someone(BEA)).reasons()).containsExactly(PRIMARY);
        assertThat(decide(ANA_THEN_BEA, full, someone(BEA)).reasons()).containsExactly(PRIMARY_FULL, BACKUP);
    }

    @Test
    void aPrimaryWithoutLimitIsNeverFull() {
        assertThat(decide(ANA_THEN_BEA, someone(ANA).unlimited().load(900)).executive())
                .contains(ANA);
    }

    @Test
    void theDelegateStandsInForAnAbsentPrimary() {
        AssignmentDecision decision =
                decide(ANA_THEN_BEA, someone(ANA).absent().delegate(CARO), someone(BEA), someone(CARO));

        assertThat(decision.executive()).contains(CARO);
        assertThat(decision.reasons()).containsExactly(PRIMARY_ABSENT, DELEGATE);
    }

    @Test
    void theDelegateOfAPresentPrimaryIsNotAsked() {
        SomeCandidate fullAna = someone(ANA).capacity(10).load(12).delegate(CARO);

        assertThat(decide(ANA_THEN_BEA, fullAna, someone(BEA), someone(CARO)).executive())
                .contains(BEA);
    }

    @Test
    void theBackupTakesItWhenTheAbsentPrimaryNamedNobody() {
        AssignmentDecision decision = decide(ANA_THEN_BEA, someone(ANA).absent(), someone(BEA), someone(CARO));

        assertThat(decision.executive()).contains(BEA);
        assertThat(decision.reasons()).containsExactly(PRIMARY_ABSENT, BACKUP);
    }

    @Test
    void theBackupTakesItWhenTheDelegateIsAwayOrFull() {
        SomeCandidate ana = someone(ANA).absent().delegate(CARO);

        assertThat(decide(ANA_THEN_BEA, ana, someone(BEA), someone(CARO).absent())
                        .executive())
                .contains(BEA);
        assertThat(decide(
                                ANA_THEN_BEA,
                                ana,
                                someone(BEA),
                                someone(CARO).capacity(10).load(12))
                        .executive())
                .contains(BEA);
    }

    @Test
    void aPrimaryWhoHasLeftIsTreatedAsAbsent() {
        AssignmentDecision decision = decide(ANA_THEN_BEA, someone(ANA).inactive(), someone(BEA));

        assertThat(decision.reasons()).containsExactly(PRIMARY_ABSENT, BACKUP);
    }

    @Test
    void theBackupOfACompanyWithoutPrimaryTakesItsCases() {
        assertThat(decide(new AccountTeam(null, BEA), someone(ANA), someone(BEA))
                        .reasons())
                .containsExactly(BACKUP);
    }

    @Test
    void theBackupIsAvailableAndBelowTheSameLimit() {
        SomeCandidate ana = someone(ANA).absent();

        assertThat(decide(ANA_THEN_BEA, ana, someone(BEA).absent(), someone(CARO))
                        .executive())
                .contains(CARO);
        assertThat(decide(ANA_THEN_BEA, ana, someone(BEA).inactive(), someone(CARO))
                        .executive())
                .contains(CARO);
        assertThat(decide(ANA_THEN_BEA, ana, someone(BEA).capacity(10).load(12), someone(CARO))
                        .executive())
                .contains(CARO);
    }

    @Test
    void thoseWhoKnowTheCategoryComeFirst() {
        AssignmentDecision decision =
                decide(NO_TEAM, someone(ANA).load(30), someone(BEA).knowing("DELAY"));

        assertThat(decision).isEqualTo(new AssignmentDecision(ANA, List.of(SKILL, LEAST_LOAD), new Load(3000)));
    }

    @Test
    void anybodyPresentWillDoWhenNobodyPresentKnowsTheCategory() {
        AssignmentDecision decision = decide(
                NO_TEAM,
                someone(ANA).absent(),
                someone(BEA).knowing("DELAY"),
                someone(CARO).inactive());

        assertThat(decision.executive()).contains(BEA);
        assertThat(decision.reasons()).containsExactly(SKILL_RELAXED, LEAST_LOAD);
    }

    @Test
    void aFullExpertIsNotReplacedByAFreeLayman() {
        AssignmentDecision decision =
                decide(NO_TEAM, someone(ANA).capacity(10).load(10), someone(BEA).knowing("DELAY"));

        assertThat(decision).isEqualTo(new AssignmentDecision(null, List.of(SKILL, NOBODY_FREE), null));
    }

    @Test
    void theSmallerPartOfTheirCapacityCountsAndNotTheLoadItself() {
        assertThat(decide(
                                NO_TEAM,
                                someone(ANA).capacity(10).load(5),
                                someone(BEA).capacity(40).load(19))
                        .executive())
                .contains(BEA);
    }

    @Test
    void theUnlimitedAreComparedByTheirLoads() {
        assertThat(decide(
                                NO_TEAM,
                                someone(ANA).unlimited().load(71),
                                someone(BEA).unlimited().load(70))
                        .executive())
                .contains(BEA);
    }

    @Test
    void anUnlimitedColleagueCountsAsOneOfUsualCapacity() {
        SomeCandidate halfBusy = someone(ANA).capacity(10).load(5);

        assertThat(decide(NO_TEAM, halfBusy, someone(BEA).unlimited().load(19)).executive())
                .contains(BEA);
        assertThat(decide(NO_TEAM, halfBusy, someone(BEA).unlimited().load(21)).executive())
                .contains(ANA);
    }

    @Test
    void amongEqualsWhoNeverHadACaseThenWhoHasWaitedLongest() {
        SomeCandidate ana = someone(ANA).lastAssigned(NOON);
        SomeCandidate bea = someone(BEA).lastAssigned(NOON.minusNanos(1000));

        assertThat(decide(NO_TEAM, ana, bea, someone(LAST)).executive()).contains(LAST);
        assertThat(decide(NO_TEAM, ana, bea).executive()).contains(BEA);
    }

    @Test
    void amongThoseWhoHaveWaitedEquallyTheLowestIdAsItIsWritten() {
        assertThat(decide(NO_TEAM, someone(LAST), someone(CARO), someone(BEA)).executive())
                .contains(BEA);
    }

    @Test
    void withNobodyThereTheCaseWaits() {
        AssignmentDecision decision = decide(ANA_THEN_BEA);

        assertThat(decision.executive()).isEmpty();
        assertThat(decision.reasons()).containsExactly(SKILL_RELAXED, NOBODY_FREE);
    }

    private static SomeCandidate someone(ExecutiveId id) {
        return new SomeCandidate(id).knowing("LOSS");
    }

    private static AssignmentDecision decide(AccountTeam team, SomeCandidate... executives) {
        return AssignmentPolicy.decide(
                team,
                "LOSS",
                List.of(executives).stream().map(SomeCandidate::now).toList());
    }
}
