package cl.buzon.assignment;

import cl.buzon.shared.ExecutiveId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days, in Santiago and both included, on which an executive takes no cases; it ends by itself. */
@Entity
@Table(name = "executive_absence")
public class Absence {

    @Id
    private UUID id;

    @Column(name = "executive_id")
    private UUID executiveId;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "delegate_id")
    private @Nullable UUID delegateId;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    /** @param delegate who looks after the executive's own companies meanwhile, if not those companies' backups */
    public Absence(ExecutiveId executive, LocalDate firstDay, LocalDate lastDay, @Nullable ExecutiveId delegate) {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("an absence from " + firstDay + " to " + lastDay);
        }
        this.id = UUID.randomUUID();
        this.executiveId = executive.value();
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.delegateId = delegate == null ? null : delegate.value();
    }

    /** Ends it on the day before, unless it has ended already. */
    public void endBefore(LocalDate day) {
        if (lastDay.isAfter(day.minusDays(1))) {
            lastDay = day.minusDays(1);
        }
    }

    public UUID id() {
        return id;
    }

    public Optional<ExecutiveId> delegate() {
        return Optional.ofNullable(delegateId).map(ExecutiveId::new);
    }

    public ExecutiveId executive() {
        return new ExecutiveId(executiveId);
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }
}
