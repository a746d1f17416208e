package cl.buzon.shared;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands; the moves between the states are one table, {@code CaseTransitions}. */
public enum CaseState {
    NEW,
    OPEN,
    AWAITING_INFO,
    RESOLVED,
    CLOSED,
    CANCELLED;

    /** No transition leads out of these, messages are refused and only the compensation may still progress. */
    public static final Set<CaseState> FINAL = Set.copyOf(EnumSet.of(CLOSED, CANCELLED));

    /** Those that somebody still works on, or waits for the customer to do so. */
    public static final Set<CaseState> UNRESOLVED = Set.copyOf(EnumSet.of(NEW, OPEN, AWAITING_INFO));

    public boolean isFinal() {
        return FINAL.contains(this);
    }
}
