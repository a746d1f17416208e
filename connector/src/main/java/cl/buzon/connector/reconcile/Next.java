package cl.buzon.connector.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a case after a cycle.
 *
 * @param at when to come again; absent when it is in step, or waits for a person
 * @param reason why it did not get through; absent when it did
 * @param cutOff whether the other side could not be heard to the end
 */
public record Next(@Nullable Instant at, @Nullable String reason, boolean cutOff) {

    static final Next DONE = new Next(null, null, false);

    static Next again(Instant now) {
        return new Next(now, null, false);
    }

    static Next later(Instant at, String reason) {
        return new Next(at, reason, false);
    }

    static Next cutOff(Instant at, String reason) {
        return new Next(at, reason, true);
    }
}
