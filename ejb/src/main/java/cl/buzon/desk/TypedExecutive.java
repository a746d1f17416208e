package cl.buzon.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An executive as typed, right or wrong.
 *
 * @param capacity the load that they can carry; empty for any
 * @param skills codes of the situations that they know well
 */
public record TypedExecutive(
        @Nullable String name,
        @Nullable String email,
        @Nullable String capacity,
        boolean active,
        Set<String> skills) {

    public TypedExecutive {
        skills = Set.copyOf(skills);
    }
}
