package cl.buzon.web.portal;

import cl.buzon.desk.LinkDesk;
import cl.buzon.desk.LinkHolder;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a link from a letter leads: whoever has it makes a password, once. */
@Named
@RequestScoped
public class LinkPage {

    private static final String SECRET = "llave";

    @Inject
    LinkDesk desk;

    @Inject
    PageRequest request;

    private String wanted = "";
    private String repeated = "";
    private boolean looked;
    private @Nullable LinkHolder holder;

    private Optional<LinkHolder> holder() {
        if (!looked) {
            look(desk.holder(request.parameter(SECRET)));
        }
        return Optional.ofNullable(holder);
    }

    private void look(Optional<LinkHolder> found) {
        looked = true;
        holder = found.orElse(null);
    }

    public boolean isOpen() {
        return holder().isPresent();
    }

    public boolean isInvitation() {
        return holder().map(LinkHolder::invited).orElse(false);
    }

    public String getFirstName() {
        return holder().map(who -> who.name().split(" ", 2)[0]).orElse("");
    }

    public String getEmail() {
        return holder().map(LinkHolder::email).orElse("");
    }

    /** A link that has been used up meanwhile is said to be so by the page itself. */
    public void save() {
        try {
            desk.makePassword(request.parameter(SECRET), wanted, repeated);
            request.tell("link.saved");
            request.goTo(request.address("/ingresar"));
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(fault -> request.complain(input(fault), fault));
        } catch (Refusal.NotFound usedUp) {
            look(Optional.empty());
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
