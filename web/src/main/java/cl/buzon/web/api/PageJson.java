package cl.buzon.web.api;

import cl.buzon.shared.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stretch of a list; the cursor of the next one is absent on the last. */
record PageJson<T>(List<T> items, @Nullable String nextCursor) {

    static <S, T> PageJson<T> of(Page<S> page, Function<S, T> json) {
        return new PageJson<>(page.items().stream().map(json).toList(), page.next());
    }
}
