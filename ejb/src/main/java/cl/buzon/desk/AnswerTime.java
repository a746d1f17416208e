package cl.buzon.desk;

import cl.buzon.cases.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a customer may think about a solution before it counts as accepted. */
@ApplicationScoped
class AnswerTime {

    @Inject
    private DeadlineSettings settings;

    /** Days that are no working days, as ISO dates with commas between. */
    @Inject
    @ConfigProperty(name = "buzon.holidays")
    private Optional<Set<LocalDate>> holidays;

    /** Solutions from before this time have waited long enough. */
    Instant lastToAnswer(Instant now) {
        return days().ago(allowed(), now);
    }

    /** Solutions from before this time have one working day left. */
    Instant lastToBeReminded(Instant now) {
        return days().ago(allowed() - 1, now);
    }

    /** The day on which a solution of this time counts as accepted. */
    LocalDate acceptedOn(Instant resolved) {
        return days().after(allowed(), resolved);
    }

    /** In working days. */
    private int allowed() {
        return settings.deadlines().acceptedAfter();
    }

    private WorkingDays days() {
        return new WorkingDays(holidays.orElse(Set.of()));
    }
}
