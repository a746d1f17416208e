package cl.buzon.connector.simulation;

import org.junit.jupiter.api.Test;

/**
 * Thousands of histories, each from its own seed; {@code -Dbuzon.histories} says how many, and {@code -Dbuzon.seed} brings
 * back the one that a failure names.
 */
class SyncSimulationTest {

    private static final int HISTORIES = Integer.getInteger("buzon.histories", 10_000);

    @Test
    void bothSidesAgreeInTheEndWhateverHappens() {
        Long only = Long.getLong("buzon.seed");
        if (only != null) {
            run(only);
            return;
        }
        long first = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            run(first + i);
        }
    }

    private static void run(long seed) {
        try {
            new History(seed).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("history of -Dbuzon.seed=%d: %s".formatted(seed, e.getMessage()), e);
        }
    }
}
