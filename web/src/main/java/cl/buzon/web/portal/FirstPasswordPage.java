package cl.buzon.web.portal;

import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.PortalSession;
import cl.buzon.web.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where who came in with a temporary password makes an own one before anything else. */
@Named
@RequestScoped
public class FirstPasswordPage {

    @Inject
    PortalSession session;

    @Inject
    Visitor visitor;

    @Inject
    PageRequest request;

    private String wanted = "";
    private String repeated = "";

    public void open() {
        if (!visitor.isMustChangePassword()) {
            request.goTo(request.address("/inicio"));
        }
    }

    public void save() {
        try {
            session.changePassword(null, wanted, repeated);
            request.goTo(request.address("/inicio"));
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(fault -> request.complain(input(fault), fault));
        }
    }

    private static String input(Fault fault) {
        return fault.code().equals("PASSWORD_MISMATCH") ? "repeatedPassword" : "newPassword";
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
