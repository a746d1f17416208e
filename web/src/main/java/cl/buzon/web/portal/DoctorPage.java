package cl.buzon.web.portal;

import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncFinding;
import cl.buzon.desk.SyncFinding.Outcome;
import cl.buzon.desk.SyncStatus;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the connected ticketing system answers to everything that could go wrong, with the remedy in words. */
@Named
@RequestScoped
public class DoctorPage {

    private static final List<Outcome> WORST_FIRST = List.of(Outcome.BAD, Outcome.WARNING, Outcome.SKIPPED);

    @Inject
    Instance<SyncDesk> sync;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable List<SyncFinding> findings;

    public void open() {
        if (!(current.actor() instanceof Actor.Operator)) {
            throw new Refusal.NotAllowed();
        }
    }

    public boolean isConnected() {
        return sync.isResolvable()
                && sync.get().status(current.actor()).condition() != SyncStatus.Condition.NOT_CONNECTED;
    }

    /** What a person has to look at, the worst first. */
    public List<SyncFinding> getOpen() {
        return getFindings().stream()
                .filter(finding -> finding.outcome() != Outcome.GOOD)
                .sorted(Comparator.comparing(finding -> WORST_FIRST.indexOf(finding.outcome())))
                .toList();
    }

    public List<SyncFinding> getWell() {
        return getFindings().stream()
                .filter(finding -> finding.outcome() == Outcome.GOOD)
                .toList();
    }

    /** What is well is long, and nobody has to read it. */
    public String getWellWords() {
        return request.texts().format("doctor.well", getWell().size());
    }

    private List<SyncFinding> getFindings() {
        if (findings == null) {
            findings = sync.get().examine(current.actor(), request.texts().language());
        }
        return findings;
    }

    public long getBad() {
        return getFindings().stream()
                .filter(finding -> finding.outcome() == Outcome.BAD)
                .count();
    }
}
