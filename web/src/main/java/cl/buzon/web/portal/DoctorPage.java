package cl.buzon.web.portal;

import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncFinding;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the connected ticketing system answers to everything that could go wrong, with the remedy in words. */
@Named
@RequestScoped
public class DoctorPage {

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
        return sync.isResolvable();
    }

    public List<SyncFinding> getFindings() {
        if (findings == null) {
            findings = sync.get().examine(current.actor(), request.texts().language());
        }
        return findings;
    }

    public long getBad() {
        return getFindings().stream()
                .filter(finding -> finding.outcome() == SyncFinding.Outcome.BAD)
                .count();
    }
}
