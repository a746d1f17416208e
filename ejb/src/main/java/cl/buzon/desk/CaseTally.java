package cl.buzon.desk;

import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import java.util.Map;
import java.util.Set;

/**
 * Figures over a filtered list, exact up to {@link #LIMIT} cases and only over the first of them beyond that.
 *
 * @param counts how many cases of each state the filter leaves, whatever states it asks for itself
 * @param capped whether there are more cases than were counted
 * @param owed approved and not yet paid
 */
public record CaseTally(Map<CaseState, Long> counts, boolean capped, Clp owed, Clp paid) {

    public static final int LIMIT = 10_000;

    public long of(Set<CaseState> states) {
        return states.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
