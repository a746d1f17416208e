package cl.buzon.web.portal;

import cl.buzon.desk.ExecutiveView;
import cl.buzon.desk.RosterDesk;
import cl.buzon.desk.TypedExecutive;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All who work on cases, and a new one, for the operator. */
@Named
@RequestScoped
public class ExecutivesPage {

    @Inject
    RosterDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String name = "";
    private String email = "";
    private @Nullable List<ExecutiveView> executives;

    public void open() {
        getExecutives();
    }

    /** With the usual capacity; on the page that follows, the operator says what they know. */
    public void create() {
        try {
            ExecutiveId made = desk.hire(current.actor(), new TypedExecutive(name, email, "40", true, Set.of()));
            request.tell("executives.made", name);
            request.goTo(ExecutivePage.address(request, made));
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    public List<ExecutiveView> getExecutives() {
        if (executives == null) {
            executives = desk.executives(current.actor());
        }
        return executives;
    }

    public String address(ExecutiveView executive) {
        return ExecutivePage.address(request, executive.id()).toString();
    }

    /** How an executive stands, as a key of words and looks. */
    public String state(ExecutiveView of) {
        if (!of.active()) {
            return "INACTIVE";
        }
        return of.absentUntil() == null ? "PRESENT" : "ABSENT";
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String typed) {
        email = typed;
    }
}
