package cl.buzon.assignment;

import static java.util.stream.Collectors.joining;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.ExecutiveId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision as it is kept: written once, never changed. */
@Entity
@Table(name = "assignment_decision")
class RecordedDecision {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "executive_id")
    private @Nullable UUID executiveId;

    /** Codes with commas between. */
    @Column(name = "reasons")
    private String reasons;

    @Column(name = "load")
    private @Nullable BigDecimal load;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected RecordedDecision() {}

    RecordedDecision(CaseId caseId, AssignmentDecision decision, Instant now) {
        this.id = UUID.randomUUID();
        this.caseId = caseId.value();
        this.executiveId = decision.executive().map(ExecutiveId::value).orElse(null);
        this.reasons = decision.reasons().stream().map(Enum::name).collect(joining(","));
        this.load = decision.load() == null ? null : decision.load().cases();
        this.decidedAt = now;
    }
}
