package cl.buzon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.cases.Case;
import cl.buzon.cases.Claim;
import cl.buzon.cases.TrackingNumber;
import cl.buzon.messages.CustomerMessage;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DemoScriptTest {

    private static final DemoScript SCRIPT = DemoScript.read();
    private static final DemoWords WORDS =
            new DemoWords(DemoCalendar.before(Instant.parse("2026-11-23T21:00:00Z"), SCRIPT.endOfLastDay()));

    /** Of a reason, in Unicode characters. */
    private static final int MAX_REASON = 1000;

    private final List<Case> played =
            SCRIPT.cases().stream().map(Rehearsal::play).toList();

    @Test
    void showsEveryStateOfACase() {
        assertThat(played).extracting(Case::state).contains(CaseState.values());
        assertThat(played).filteredOn(at(CaseState.AWAITING_INFO)).hasSize(3);
        assertThat(played).filteredOn(one -> one.rejections() > 0).hasSize(1);
    }

    @Test
    void showsEveryStateOfACompensation() {
        assertThat(played).extracting(one -> one.compensation().state()).contains(CompensationState.values());
    }

    @Test
    void givesEachCustomerTheirCases() {
        assertThat(casesOf(DemoPeople.CAMILA)).hasSize(24);
        assertThat(casesOf(DemoPeople.DIEGO)).hasSize(8);
        assertThat(casesOf(DemoPeople.PAULA)).hasSize(8);
    }

    @Test
    void leavesSolutionsOpenThatTheClockDoesNotCloseAtOnce() {
        assertThat(SCRIPT.cases())
                .filteredOn(one -> Rehearsal.play(one).state() == CaseState.RESOLVED)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(last(one).at().daysBefore()).isLessThanOrEqualTo(3));
    }

    @Test
    void followsUpAnEarlierCaseAboutTheSameParcel() {
        List<DemoCase> following =
                SCRIPT.cases().stream().filter(one -> one.follows() != null).toList();

        assertThat(following).hasSize(1).allSatisfy(one -> assertThat(SCRIPT.cases())
                .filteredOn(earlier -> earlier.subject().equals(one.follows()))
                .singleElement()
                .satisfies(earlier -> {
                    assertThat(earlier.reporter()).isEqualTo(one.reporter());
                    assertThat(earlier.trackingNumber()).isEqualTo(one.trackingNumber());
                    assertThat(last(earlier).at().daysBefore())
                            .isGreaterThan(one.steps().get(0).at().daysBefore());
                }));
    }

    @Test
    void hasNumbersOfInternationalOtherAndNoForm() {
        assertThat(SCRIPT.cases())
                .extracting(DemoCase::trackingNumber)
                .anyMatch(String::isEmpty)
                .anyMatch(number -> !number.isEmpty() && !new TrackingNumber(number).isS10())
                .anyMatch(number -> !number.isEmpty() && new TrackingNumber(number).isS10())
                .noneMatch(TrackingNumber::hasWrongCheckDigit);
    }

    @Test
    void saysNothingThatTheDesksFindTooLong() {
        assertThat(SCRIPT.cases()).allSatisfy(one -> {
            assertFits(one.steps().get(0), one.subject(), Claim.MAX_SUBJECT);
            assertFits(one.steps().get(0), one.description(), Claim.MAX_DESCRIPTION);
        });
        assertThat(steps(step ->
                        Set.of(Deed.SAY, Deed.ANSWER, Deed.NOTE, Deed.RESOLVE).contains(step.deed())))
                .allSatisfy(step -> assertFits(step, step.words(), CustomerMessage.MAX_LENGTH));
        assertThat(steps(step ->
                        Set.of(Deed.REQUEST_INFO, Deed.REJECT, Deed.CLOSE).contains(step.deed())))
                .allSatisfy(step -> assertFits(step, step.words(), MAX_REASON));
    }

    @Test
    void leavesNoGapUnfilled() {
        assertThat(steps(step -> true))
                .allSatisfy(step -> assertThat(WORDS.at(step.at(), step.words(), "Marcela Fuentes"))
                        .doesNotContain("{", "}"));
        assertThat(SCRIPT.cases())
                .allSatisfy(one -> assertThat(WORDS.at(one.steps().get(0).at(), one.subject() + one.description()))
                        .doesNotContain("{", "}"));
    }

    @Test
    void cancelsForReasonsThatTheDeskKnows() {
        assertThat(steps(step -> step.deed() == Deed.CANCEL))
                .extracting(DemoStep::words)
                .contains("DUPLICATE")
                .isSubsetOf("DUPLICATE", "MISTAKE", "SPAM", "DELIVERED");
    }

    private static List<DemoCase> casesOf(DemoPeople.Customer reporter) {
        return SCRIPT.cases().stream()
                .filter(one -> one.reporter().equals(reporter.email()))
                .toList();
    }

    private static List<DemoStep> steps(Predicate<DemoStep> which) {
        return SCRIPT.cases().stream()
                .flatMap(one -> one.steps().stream())
                .filter(which)
                .toList();
    }

    private static DemoStep last(DemoCase one) {
        return one.steps().get(one.steps().size() - 1);
    }

    private static Predicate<Case> at(CaseState state) {
        return one -> one.state() == state;
    }

    private static void assertFits(DemoStep step, String text, int max) {
        String filled = WORDS.at(step.at(), text, "Marcela Fuentes");
        assertThat(Wording.fault("text", Wording.tidy(filled), max)).isEmpty();
        assertThat(filled).isEqualTo(Wording.tidy(filled));
    }
}
