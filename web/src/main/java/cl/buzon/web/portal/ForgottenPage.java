package cl.buzon.web.portal;

import cl.buzon.desk.LinkDesk;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where who has forgotten the password asks for a link to a new one. */
@Named
@RequestScoped
public class ForgottenPage {

    private static final String ASKED = "enviado";

    @Inject
    LinkDesk desk;

    @Inject
    Visitor visitor;

    @Inject
    PageRequest request;

    private String email = "";

    public void ask() {
        try {
            desk.ask(email, visitor.getPlace());
            request.goTo(request.address("/olvido").with(ASKED, "si"));
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(this::complain);
        }
    }

    private void complain(Fault fault) {
        request.complain("email", fault);
    }

    /** The same for who is known and who is not. */
    public boolean isAsked() {
        return request.sent(ASKED);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String typed) {
        email = typed;
    }
}
