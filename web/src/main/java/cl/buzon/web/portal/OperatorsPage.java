package cl.buzon.web.portal;

import cl.buzon.desk.OperatorDesk;
import cl.buzon.desk.TemporarySignIn;
import cl.buzon.desk.UserView;
import cl.buzon.shared.Actor;
import cl.buzon.shared.UserId;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
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

    @Inject
    Handout handout;

    private String name = "";
    private String email = "";
    private @Nullable List<UserView> operators;

    public void open() {
        getOperators();
    }

    /** Does what a button of the list asks for, once its form has come. */
    public void act() {
        request.pressed("reset").ifPresent(id -> {
            handout.gives(() -> desk.resetPassword(current.actor(), new UserId(id)));
            operators = null;
        });
        request.pressed("disable").ifPresent(id -> {
            desk.disable(current.actor(), new UserId(id));
            again("users.disabled", id);
        });
        request.pressed("enable").ifPresent(id -> {
            desk.enable(current.actor(), new UserId(id));
            again("users.enabled", id);
        });
    }

    public void create() {
        if (handout.gives(() -> desk.add(current.actor(), name, email))) {
            name = "";
            email = "";
            operators = null;
        }
    }

    private void again(String said, UUID of) {
        getOperators().stream()
                .filter(one -> one.id().value().equals(of))
                .forEach(one -> request.tell(said, one.name()));
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
        return handout.given();
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
