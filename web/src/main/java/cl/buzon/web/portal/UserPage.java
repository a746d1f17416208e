package cl.buzon.web.portal;

import cl.buzon.desk.TemporarySignIn;
import cl.buzon.desk.UserDesk;
import cl.buzon.desk.UserView;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One user of a company: their name and role, for its administrators and the operator. */
@Named
@RequestScoped
public class UserPage {

    static final String USER = "usuario";

    private static final String COMPANY = "empresa";
    private static final String EMAIL = "email";

    @Inject
    UserDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    @Inject
    Handout handout;

    private String name = "";
    private String email = "";
    private boolean administrator;
    private boolean tooLate;
    private @Nullable UserView view;

    @PostConstruct
    void read() {
        name = getView().name();
        email = getView().email();
        administrator = getView().administrator();
    }

    public void open() {
        getView();
    }

    /** Whoever has typed another address too finds it in its field, and hears that it is not corrected by this. */
    public void save() {
        try {
            desk.change(current.actor(), id(), name, administrator);
            request.tell("users.saved", name);
            if (email.equals(getView().email())) {
                request.goTo(list());
            } else {
                request.complain(EMAIL, request.texts().get("users.readdress.still"));
            }
            view = null;
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    /** Lets somebody who has never been in do so by another address; what else was typed stays in its field. */
    public void readdress() {
        view = null;
        try {
            handout.gives(() -> desk.readdress(current.actor(), id(), email));
        } catch (Refusal.NotAllowed refused) {
            tooLate = !getView().awaited();
            if (!tooLate) {
                throw refused;
            }
            request.complain(
                    null, request.texts().get(getView().disabled() ? "users.readdress.out" : "users.readdress.been"));
        }
        view = null;
    }

    /** While they have never been in; a form that was shown by then is still listened to. */
    public boolean isReaddressable() {
        return !tooLate && (getView().awaited() || (request.isForm() && request.sent("corregir")));
    }

    public @Nullable TemporarySignIn getHandedOut() {
        return handout.given();
    }

    public UserView getView() {
        if (view == null) {
            view = desk.user(current.actor(), id());
        }
        return view;
    }

    /** Nobody changes their own role. */
    public boolean isSelf() {
        return current.actor() instanceof Actor.Customer customer
                && customer.id().equals(id());
    }

    public String getUsers() {
        return list().toString();
    }

    private Address list() {
        return request.address("/empresa/usuarios").with(COMPANY, request.parameter(COMPANY));
    }

    private UserId id() {
        try {
            return UserId.of(request.parameter(USER));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
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

    public boolean isAdministrator() {
        return administrator;
    }

    public void setAdministrator(boolean wanted) {
        administrator = wanted;
    }
}
