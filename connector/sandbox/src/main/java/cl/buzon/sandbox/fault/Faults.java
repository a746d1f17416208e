package cl.buzon.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are in force. For one call the one that was injected first counts. */
public final class Faults {

    private final List<Running> running = new ArrayList<>();

    public synchronized void inject(Fault fault) {
        running.add(new Running(fault));
    }

    /** All is well again. */
    public synchronized void clear() {
        running.clear();
    }

    /** Ends those of a name. */
    public synchronized void end(String name) {
        running.removeIf(one -> one.fault.name().equals(name));
    }

    /** Those that may still strike. */
    public synchronized List<Fault> inForce() {
        return running.stream()
                .filter(one -> !one.isSpent())
                .map(one -> one.fault)
                .toList();
    }

    /** The fault that strikes this call, which counts as struck. */
    public synchronized Optional<Fault> strike(Call call) {
        for (Running one : running) {
            if (!one.isSpent() && one.fault.where().test(call) && one.counts()) {
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    private static final class Running {

        private final Fault fault;
        private int seen;
        private int struck;

        Running(Fault fault) {
            this.fault = fault;
        }

        boolean isSpent() {
            return fault.times() >= 0 && struck >= fault.times();
        }

        boolean counts() {
            int place = seen - fault.skip();
            seen++;
            if (place < 0 || place % (fault.goodBetween() + 1) != 0) {
                return false;
            }
            struck++;
            return true;
        }
    }
}
