package cl.buzon.cases;

import static cl.buzon.shared.CaseState.AWAITING_INFO;
import static cl.buzon.shared.CaseState.CANCELLED;
import static cl.buzon.shared.CaseState.CLOSED;
import static cl.buzon.shared.CaseState.NEW;
import static cl.buzon.shared.CaseState.OPEN;
import static cl.buzon.shared.CaseState.RESOLVED;

import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        CLOCK,
        /** The ticketing system, where the back office's word on a state counts. */
        TICKETING,
        /** The ticketing system, over a wish of the customer's that had not reached it when it moved on. */
        OVERRULING
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
            new Transition(CaseAction.CANCEL, Set.of(NEW, OPEN, AWAITING_INFO), CANCELLED, Party.STAFF),
            new Transition(CaseAction.REOPEN, Set.of(RESOLVED), OPEN, Party.TICKETING),
            new Transition(CaseAction.REOPEN, Set.of(CLOSED), OPEN, Party.OVERRULING));

    /** One move on a {@link #path}. */
    public record Move(CaseAction action, Party party) {}

    private CaseTransitions() {}

    /** Where the action leads, or nothing if the table has no such move. */
    public static Optional<CaseState> target(CaseState from, CaseAction action, Party party) {
        return TABLE.stream()
                .filter(move -> move.action == action && move.party == party && move.from.contains(from))
                .map(Transition::to)
                .findFirst();
    }

    /**
     * The shortest way by which a case gets to the state that the ticketing system says it has; the back office closes a
     * case by resolving it, and never undoes what the customer has closed unless it overrules them.
     *
     * @param overruling whether the customer's last move does not count
     * @return the moves in their order, none when it is there already; nothing if there is no way
     */
    public static Optional<List<Move>> path(CaseState from, CaseState to, boolean overruling) {
        Map<CaseState, List<Move>> ways = new EnumMap<>(Map.of(from, List.of()));
        Deque<CaseState> reached = new ArrayDeque<>(List.of(from));
        while (!ways.containsKey(to) && !reached.isEmpty()) {
            CaseState here = reached.remove();
            for (Transition next : TABLE) {
                if (next.from.contains(here) && !ways.containsKey(next.to) && isOnPath(next.party, overruling)) {
                    List<Move> way = new ArrayList<>(ways.getOrDefault(here, List.of()));
                    way.add(new Move(next.action, next.party));
                    ways.put(next.to, way);
                    reached.add(next.to);
                }
            }
        }
        return Optional.ofNullable(ways.get(to));
    }

    private static boolean isOnPath(Party party, boolean overruling) {
        return party == Party.OVERRULING ? overruling : party != Party.CUSTOMER;
    }

    /** What the party may ask of a case in this state, in the order of the table. */
    public static List<CaseAction> allowed(CaseState from, Party party) {
        return TABLE.stream()
                .filter(move -> move.party == party && move.from.contains(from))
                .map(Transition::action)
                .toList();
    }
}
