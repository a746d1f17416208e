package cl.buzon.connector.operation;

import cl.buzon.desk.SyncStatus;
import cl.buzon.desk.SyncStatus.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of the sync's state is news to whoever watches the log: each change once, under a code that stays the same. */
final class Alerts {

    private static final Map<Condition, String> CODES = Map.of(
            Condition.UNREACHABLE, "SYNC_UNREACHABLE",
            Condition.THROTTLED, "SYNC_THROTTLED",
            Condition.UNAUTHORIZED, "SYNC_UNAUTHORIZED",
            Condition.PAUSED, "SYNC_PAUSED");

    private Condition condition = Condition.WORKING;
    private boolean late;

    /**
     * One line of the log.
     *
     * @param good whether something is over
     */
    record Line(String code, boolean good, String words) {}

    List<Line> of(SyncStatus status) {
        List<Line> lines = new ArrayList<>();
        if (status.condition() != condition) {
            lines.add(
                    CODES.containsKey(status.condition())
                            ? new Line(CODES.get(status.condition()), false, "calls to " + status.system() + " rest")
                            : new Line("SYNC_WORKING", true, "calls to " + status.system() + " go through again"));
            condition = status.condition();
        }
        if (status.late() != late) {
            lines.add(
                    status.late()
                            ? new Line(
                                    "SYNC_LATE",
                                    false,
                                    "the oldest of " + status.queued() + " waits since " + status.oldest())
                            : new Line("SYNC_IN_TIME", true, "nobody waits for long any more"));
            late = status.late();
        }
        return lines;
    }
}
