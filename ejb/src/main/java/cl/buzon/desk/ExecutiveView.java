package cl.buzon.desk;

import cl.buzon.shared.ExecutiveId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An executive in the operator's list.
 *
 * @param capacity the load that they can carry, absent for any
 * @param load what they have to do now, in cases
 * @param skills codes of the situations that they know well
 * @param absentUntil the last day of the absence that covers today, absent when they are here
 */
public record ExecutiveView(
        ExecutiveId id,
        String name,
        String email,
        boolean active,
        @Nullable Integer capacity,
        BigDecimal load,
        Set<String> skills,
        @Nullable LocalDate absentUntil) {}
