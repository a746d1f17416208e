package cl.buzon.desk;

import cl.buzon.shared.UserSort;
import org.jspecify.annotations.Nullable;

/**
 * Which users of a company are listed, and in which order.
 *
 * @param words that name or e-mail contain; empty for all
 * @param standing absent for all
 */
public record UserFilter(String words, UserView.@Nullable Standing standing, UserSort sort, boolean descending) {

    /** All of them by name. */
    public static final UserFilter ALL = new UserFilter("", null, UserSort.NAME, false);
}
