package cl.buzon.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An executive as somebody names them.
 *
 * @param email by which the ticketing system knows them too
 * @param capacity the load that they can carry, absent for any
 * @param skills codes of the situations that they know well
 */
public record NewExecutive(
        String name, String email, @Nullable Integer capacity, Set<String> skills) {}
