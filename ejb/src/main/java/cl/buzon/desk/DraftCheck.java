package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Clp;
import cl.buzon.shared.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a draft and a case, and what its writer should know before sending it.
 *
 * @param faults empty when it can be sent
 * @param trackingFormatKnown false for a number in no known format, which is a warning and accepted
 * @param openCase an open case on the same tracking number that the viewer may see
 * @param openCaseOfColleague whether a colleague has one that the viewer may not see
 * @param claimedAmount the amount that was typed, where one can be claimed; absent when none can be read
 * @param missingEvidence required evidence that no file was named as; never blocks
 */
public record DraftCheck(
        List<Fault> faults,
        boolean trackingFormatKnown,
        @Nullable CaseNumber openCase,
        boolean openCaseOfColleague,
        @Nullable Clp claimedAmount,
        List<CategoryView.Evidence> missingEvidence) {}
