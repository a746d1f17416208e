package cl.buzon.desk;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days, both included, on which an executive takes no cases.
 *
 * @param delegate name of who looks after their companies meanwhile, absent for those companies' backups
 */
public record AbsenceView(
        UUID id,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String delegate) {}
