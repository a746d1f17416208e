package cl.buzon.desk;

import cl.buzon.shared.AtLeast;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import java.util.Map;
import java.util.Set;

/**
 * Figures over a filtered list, each of them exact up to {@link #LIMIT} cases.
 *
 * @param counts how many cases of each state the filter leaves, whatever states it asks for itself; none is counted further
 *     than one above the limit
 * @param owed approved and not yet paid
 */
public record CaseTally(Map<CaseState, Long> counts, AtLeast<Clp> owed, AtLeast<Clp> paid) {

    public static final int LIMIT = 10_000;

    /** Above the limit it only says that there are more. */
    public long of(Set<CaseState> states) {
        return states.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    /** Above the limit it only says that there are more. */
    public long total() {
        return of(counts.keySet());
    }
}
