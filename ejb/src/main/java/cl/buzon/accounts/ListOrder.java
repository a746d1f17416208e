package cl.buzon.accounts;

import org.jspecify.annotations.Nullable;

/**
 * How a list by name is ordered.
 *
 * @param rank JPQL on {@code x} whose value is a whole number, by which the list is ordered before names are; absent when
 *     only they count
 * @param descending whether the highest rank, or the last name where only names count, comes first
 */
public record ListOrder(@Nullable String rank, boolean descending) {

    static final ListOrder BY_NAME = new ListOrder(null, false);
}
