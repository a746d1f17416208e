package cl.buzon.web.portal;

import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncPlan;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a sync of one case would do now; it only looks. */
@Named
@RequestScoped
public class PlanPage {

    private static final String NUMBER = "numero";

    @Inject
    Instance<SyncDesk> sync;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable SyncPlan plan;
    private boolean unknown;

    public void open() {
        if (!(current.actor() instanceof Actor.Operator)) {
            throw new Refusal.NotAllowed();
        }
        if (!sync.isResolvable()) {
            throw new Refusal.NotFound();
        }
        if (!getNumber().isEmpty()) {
            look();
        }
    }

    private void look() {
        try {
            unknown = !CaseNumber.isCaseNumber(getNumber());
            plan = unknown ? null : sync.get().plan(current.actor(), new CaseNumber(getNumber()));
        } catch (Refusal.NotFound none) {
            unknown = true;
        }
    }

    /** As it was typed, but in capitals. */
    public String getNumber() {
        return request.parameter(NUMBER).toUpperCase(Locale.ROOT);
    }

    /** Whether there is no case of that number. */
    public boolean isUnknown() {
        return unknown;
    }

    public @Nullable SyncPlan getPlan() {
        return plan;
    }
}
