package cl.buzon.desk;

import java.util.List;

/**
 * What a sync of a case would do.
 *
 * @param steps none when both sides are in step
 * @param failure why the other side could not be read, in its words; empty when it could
 */
public record SyncPlan(List<SyncStep> steps, String failure) {

    public SyncPlan {
        steps = List.copyOf(steps);
    }
}
