package cl.buzon.web.portal;

import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.PortalSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where somebody replaces their own password by another. */
@Named
@RequestScoped
public class OwnPasswordPage {

    @Inject
    PortalSession session;

    @Inject
    PageRequest request;

    private String present = "";
    private String wanted = "";
    private String repeated = "";

    public void save() {
        try {
            session.changePassword(present, wanted, repeated);
            request.tell("me.password.saved");
            request.goTo(request.address("/cuenta"));
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(fault -> request.complain(input(fault), fault));
        }
    }

    private static String input(Fault fault) {
        return fault.code().equals("PASSWORD_MISMATCH") ? "repeatedPassword" : fault.field();
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String typed) {
        present = typed;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String typed) {
        wanted = typed;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String typed) {
        repeated = typed;
    }
}
