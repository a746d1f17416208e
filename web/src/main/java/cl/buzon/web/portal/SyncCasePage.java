package cl.buzon.web.portal;

import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncTrouble;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Why one case does not get through, and what the operator does about it. */
@Named
@RequestScoped
public class SyncCasePage {

    private static final String NUMBER = "numero";

    @Inject
    Instance<SyncDesk> sync;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String reason = "";
    private @Nullable SyncTrouble trouble;
    private @Nullable String system;

    public void open() {
        if (!(current.actor() instanceof Actor.Operator)) {
            throw new Refusal.NotAllowed();
        }
        getTrouble();
    }

    public SyncTrouble getTrouble() {
        if (trouble == null) {
            trouble = desk().trouble(current.actor(), number());
        }
        return trouble;
    }

    /** The name of what is connected, as the settings have it. */
    public String getSystem() {
        if (system == null) {
            system = desk().status(current.actor()).system();
        }
        return system;
    }

    /** Where the plan of this case is told. */
    public String getPlan() {
        return request.address("/operador/diagnostico-plan")
                .with(NUMBER, number().value())
                .toString();
    }

    public void replay() {
        desk().replay(current.actor(), number());
        leave("sync.replayed");
    }

    public void ignore() {
        try {
            desk().ignore(current.actor(), number(), reason);
            leave("sync.ignored");
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    private void leave(String said) {
        request.tell(said, number());
        request.goTo(request.address("/operador/sincronizacion"));
    }

    private SyncDesk desk() {
        if (!sync.isResolvable()) {
            throw new Refusal.NotFound();
        }
        return sync.get();
    }

    private CaseNumber number() {
        String asked = request.parameter(NUMBER);
        if (!CaseNumber.isCaseNumber(asked)) {
            throw new Refusal.NotFound();
        }
        return new CaseNumber(asked);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String typed) {
        reason = typed;
    }
}
