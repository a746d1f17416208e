package cl.buzon.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Closes what was opened, the last first, once the virtual machine is told to end. */
final class Teardown implements Runnable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile boolean begun;

    /** Opens something and takes care of its end; an end that comes meanwhile waits until it can be closed. */
    synchronized <T extends AutoCloseable> T opening(Supplier<T> opener) {
        if (begun) {
            throw new StartupFailure("Told to stop while starting.");
        }
        T resource = opener.get();
        open.push(resource);
        return resource;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void run() {
        begun = true;
        closeAll();
    }

    private synchronized void closeAll() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    /** One that cannot be closed must not keep the others open. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
