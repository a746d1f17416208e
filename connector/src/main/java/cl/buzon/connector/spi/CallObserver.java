package cl.buzon.connector.spi;

import java.time.Duration;

/** Hears of every call that an adapter makes, so that calls can be counted and timed; found as beans. Never throws. */
@FunctionalInterface
public interface CallObserver {

    /** How a call ended. */
    enum Outcome {
        ANSWERED,
        UNREACHABLE,
        THROTTLED,
        UNAUTHORIZED,
        REFUSED,
        GONE,
        UNKNOWN;

        /** The outcome of which a failure tells. */
        public static Outcome of(RemoteFailure failure) {
            if (failure instanceof RemoteFailure.Unreachable) {
                return UNREACHABLE;
            } else if (failure instanceof RemoteFailure.Throttled) {
                return THROTTLED;
            } else if (failure instanceof RemoteFailure.Unauthorized) {
                return UNAUTHORIZED;
            } else if (failure instanceof RemoteFailure.Refused) {
                return REFUSED;
            } else if (failure instanceof RemoteFailure.Gone) {
                return GONE;
            }
            return UNKNOWN;
        }
    }

    /**
     * @param name what was asked for, one of few; such as {@code case.create}
     * @param took with the transfer of the bodies, without waiting for a turn
     */
    void called(String name, Duration took, Outcome outcome);
}
