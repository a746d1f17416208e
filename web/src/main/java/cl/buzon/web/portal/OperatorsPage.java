package cl.buzon.web.portal;

import cl.buzon.desk.OperatorDesk;
import cl.buzon.desk.TemporarySignIn;
import cl.buzon.desk.UserView;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who runs the portal, and how further ones come in. */
@Named
@RequestScoped
public class OperatorsPage {

    @Inject
    OperatorDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String name = "";
    private String email = "";
    private @Nullable List<UserView> operators;
    private @Nullable TemporarySignIn handedOut;

    public void open() {
        getOperators();
    }

    public void create() {
        handOut(() -> desk.add(current.actor(), name, email));
        if (handedOut != null) {
            name = "";
            email = "";
        }
    }

    public void reset(UserView of) {
        handOut(() -> desk.resetPassword(current.actor(), of.id()));
    }

    /** The password is shown on the answer to this very request and nowhere else, so there is no redirect. */
    private void handOut(Supplier<TemporarySignIn> wish) {
        try {
            handedOut = wish.get();
            operators = null;
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    public void disable(UserView of) {
        desk.disable(current.actor(), of.id());
        again("users.disabled", of);
    }

    public void enable(UserView of) {
        desk.enable(current.actor(), of.id());
        again("users.enabled", of);
    }

    private void again(String said, UserView of) {
        request.tell(said, of.name());
        request.goTo(request.address("/operador/operadores"));
    }

    public List<UserView> getOperators() {
        if (operators == null) {
            operators = desk.operators(current.actor());
        }
        return operators;
    }

    public boolean isSelf(UserId id) {
        return current.actor() instanceof Actor.Operator self && self.id().equals(id);
    }

    public @Nullable TemporarySignIn getHandedOut() {
        return handedOut;
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
