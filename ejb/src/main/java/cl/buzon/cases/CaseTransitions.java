package cl.buzon.cases;

import static cl.buzon.shared.CaseState.AWAITING_INFO;
import static cl.buzon.shared.CaseState.CANCELLED;
import static cl.buzon.shared.CaseState.CLOSED;
import static cl.buzon.shared.CaseState.NEW;
import static cl.buzon.shared.CaseState.OPEN;
import static cl.buzon.shared.CaseState.RESOLVED;

import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one table of how a case's state may move, by which action and at whose wish. */
public final class CaseTransitions {

    /** Who asks. */
    public enum Party {
        CUSTOMER,
        STAFF,
        /** Follows by itself from something else that was done. */
        CONSEQUENCE,
        CLOCK
    }

    private record Transition(CaseAction action, Set<CaseState> from, CaseState to, Party party) {}

    private static final List<Transition> TABLE = List.of(
            new Transition(CaseAction.ACCEPT_WORK, Set.of(NEW), OPEN, Party.STAFF),
            new Transition(CaseAction.REQUEST_INFO, Set.of(NEW, OPEN), AWAITING_INFO, Party.STAFF),
            new Transition(CaseAction.REPLY, Set.of(AWAITING_INFO), OPEN, Party.CONSEQUENCE),
            new Transition(CaseAction.RESOLVE, Set.of(NEW, OPEN, AWAITING_INFO), RESOLVED, Party.STAFF),
            new Transition(CaseAction.ACCEPT, Set.of(RESOLVED), CLOSED, Party.CUSTOMER),
            new Transition(CaseAction.REJECT, Set.of(RESOLVED), OPEN, Party.CUSTOMER),
            new Transition(CaseAction.EXPIRE, Set.of(RESOLVED), CLOSED, Party.CLOCK),
            new Transition(CaseAction.CLOSE, Set.of(NEW, OPEN, AWAITING_INFO), CLOSED, Party.CUSTOMER),
            new Transition(CaseAction.CANCEL, Set.of(NEW, OPEN, AWAITING_INFO), CANCELLED, Party.STAFF));

    private CaseTransitions() {}

    /** Where the action leads, or nothing if the table has no such move. */
    public static Optional<CaseState> target(CaseState from, CaseAction action, Party party) {
        return TABLE.stream()
                .filter(move -> move.action == action && move.party == party && move.from.contains(from))
                .map(Transition::to)
                .findFirst();
    }

    /** What the party may ask of a case in this state, in the order of the table. */
    public static List<CaseAction> allowed(CaseState from, Party party) {
        return TABLE.stream()
                .filter(move -> move.party == party && move.from.contains(from))
                .map(Transition::action)
                .toList();
    }
}
