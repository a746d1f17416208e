package cl.buzon.assignment;

import cl.buzon.shared.ExecutiveId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a case, and why.
 *
 * @param assignee null when nobody can, and the case waits
 * @param reasons in the order in which they were found out; the last one decided
 * @param load what the assignee had to do before this case; null without one
 */
public record AssignmentDecision(
        @Nullable ExecutiveId assignee,
        List<AssignmentReason> reasons,
        @Nullable Load load) {

    public AssignmentDecision {
        reasons = List.copyOf(reasons);
    }

    static AssignmentDecision nobody(List<AssignmentReason> reasons) {
        return new AssignmentDecision(null, reasons, null);
    }

    public Optional<ExecutiveId> executive() {
        return Optional.ofNullable(assignee);
    }
}
