package cl.buzon.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list in keyset order.
 *
 * @param next cursor of the stretch after this one, absent on the last
 * @param previous cursor of the stretch before this one, absent on the first
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable String previous) {

    public Page {
        items = List.copyOf(items);
    }
}
