package cl.buzon.connector.http;

import cl.buzon.connector.spi.CallObserver;
import cl.buzon.connector.spi.CallObserver.Outcome;
import cl.buzon.connector.spi.RemoteFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;

/** Has every call counted and timed, and logs what went wrong with it. */
public final class CallLog {

    private static final Logger LOG = System.getLogger(CallLog.class.getName());

    private final CallObserver observer;

    public CallLog(CallObserver observer) {
        this.observer = observer;
    }

    /** Makes a call, with all that belongs to it. */
    public <T> T of(Call call, Supplier<T> made) {
        long begun = System.nanoTime();
        try {
            T result = made.get();
            observer.called(call.name(), since(begun), Outcome.ANSWERED);
            return result;
        } catch (RemoteFailure failure) {
            observer.called(call.name(), since(begun), Outcome.of(failure));
            LOG.log(Level.INFO, "{0}: {1}", call.name(), failure.getMessage());
            throw failure;
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
