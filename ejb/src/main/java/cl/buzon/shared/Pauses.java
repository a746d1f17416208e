package cl.buzon.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * When to try again what has failed: after growing pauses, each a fifth longer or shorter by chance, lest all come back at
 * once to a receiver that has just stood up.
 */
public final class Pauses {

    private static final double SPREAD = 0.2;

    private final List<Duration> lengths;
    private final DoubleSupplier chance;

    /**
     * @param setting where the lengths come from, for whoever must mend them
     * @param lengths after the first, second, ... failed attempt; the last stands for all further ones
     * @param chance from 0 to 1
     * @throws IllegalArgumentException when there are none, or one is nothing
     */
    public Pauses(String setting, List<Duration> lengths, DoubleSupplier chance) {
        if (lengths.isEmpty() || lengths.stream().anyMatch(length -> length.isNegative() || length.isZero())) {
            throw new IllegalArgumentException(setting + ": durations longer than nothing are needed");
        }
        this.lengths = List.copyOf(lengths);
        this.chance = chance;
    }

    /** @param failed how many attempts have failed, at least one */
    public Instant after(int failed, Instant now) {
        Duration pause = lengths.get(Math.min(failed, lengths.size()) - 1);
        double factor = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
        return now.plusMillis(Math.round(pause.toMillis() * factor));
    }
}
