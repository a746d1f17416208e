package cl.buzon.connector.simulation;

import cl.buzon.connector.database.Tables;
import java.util.function.Function;
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
            run(only, MemoryLedger::new);
            return;
        }
        long first = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            run(first + i, MemoryLedger::new);
        }
    }

    /** Fewer, for a database takes its time. */
    @Test
    void itIsTheSameOnARealDatabase() {
        long first = Long.getLong("buzon.seed", System.nanoTime());
        Tables tables = new Tables();
        for (int i = 0; i < HISTORIES / 500; i++) {
            run(first + i, chaos -> new DatabaseBook(tables, chaos));
        }
    }

    private static void run(long seed, Function<Chaos, Book> books) {
        try {
            new History(seed, books).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("history of -Dbuzon.seed=%d: %s".formatted(seed, e.getMessage()), e);
        }
    }
}
