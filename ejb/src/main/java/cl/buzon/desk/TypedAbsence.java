package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/**
 * An absence as typed, right or wrong.
 *
 * @param firstDay as {@code 2026-11-23}
 * @param delegate id of an executive, empty for nobody
 */
public record TypedAbsence(
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String delegate) {}
