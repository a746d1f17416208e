package cl.buzon.web.portal;

import cl.buzon.desk.AccountDesk;
import cl.buzon.desk.AccountView;
import cl.buzon.desk.NewColleague;
import cl.buzon.desk.TemporarySignIn;
import cl.buzon.desk.UserDesk;
import cl.buzon.desk.UserView;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.shared.UserSort;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The users of a company, for its administrators, and for the operator who names the company in the address. */
@Named
@RequestScoped
public class UsersPage {

    private static final int ROWS = 50;
    private static final String COMPANY = "empresa";
    private static final String PLACE = "pagina";

    @Inject
    AccountDesk accounts;

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
    private @Nullable Page<UserView> page;
    private @Nullable AccountView company;

    public void open() {
        getCompany();
        getPage();
    }

    /** Does what a button of the list asks for, once its form has come. */
    public void act() {
        request.pressed("invite").ifPresent(id -> handOut(() -> desk.inviteAgain(current.actor(), new UserId(id))));
        request.pressed("reset").ifPresent(id -> handOut(() -> desk.resetPassword(current.actor(), new UserId(id))));
        request.pressed("disable").ifPresent(id -> {
            desk.disable(current.actor(), new UserId(id));
            again("users.disabled", new UserId(id));
        });
        request.pressed("enable").ifPresent(id -> {
            desk.enable(current.actor(), new UserId(id));
            again("users.enabled", new UserId(id));
        });
    }

    private void handOut(Supplier<TemporarySignIn> wish) {
        handout.gives(wish);
        page = null;
    }

    public void create() {
        if (handout.gives(() ->
                accounts.createColleague(current.actor(), account(), new NewColleague(name, email, administrator)))) {
            name = "";
            email = "";
            administrator = false;
            page = null;
        }
    }

    /** Whether somebody who has not made a password yet can be invited once more. */
    public boolean isInvitable(UserView user) {
        return user.mustChangePassword() && !user.disabled() && isInviting();
    }

    public boolean isInviting() {
        return desk.invites(current.actor());
    }

    private void again(String said, UserId user) {
        request.tell(said, desk.user(current.actor(), user).name());
        request.goTo(here().with(PLACE, request.parameter(PLACE)));
    }

    public AccountView getCompany() {
        if (company == null) {
            company = accounts.account(current.actor(), account());
        }
        return company;
    }

    public Page<UserView> getPage() {
        if (page == null) {
            page = accounts.users(
                    current.actor(),
                    account(),
                    getQuery().filter(),
                    request.optional(PLACE).orElse(null),
                    ROWS);
        }
        return page;
    }

    /** What the address asks for. */
    public UserQuery getQuery() {
        return UserQuery.of(request);
    }

    /** The list sorted by a column, from its beginning. */
    public String sorted(String column) {
        return getQuery().sortedBy(UserSort.valueOf(column)).on(list()).toString();
    }

    public String direction(String column) {
        return getQuery().direction(UserSort.valueOf(column));
    }

    /** How many cases somebody has opened. */
    public String cases(UserView user) {
        return Capped.count(user.cases(), request.texts());
    }

    public List<UserView.Standing> getStandings() {
        return List.of(UserView.Standing.values());
    }

    /** The company in the operator's address, empty for an administrator. */
    public String getNamed() {
        return isOwn() ? "" : request.parameter(COMPANY);
    }

    public String edit(UserView user) {
        return request.address("/empresa/usuario")
                .with(COMPANY, request.parameter(COMPANY))
                .with(UserPage.USER, user.id().toString())
                .toString();
    }

    public String getCompanyAddress() {
        return request.address("/operador/empresa")
                .with(COMPANY, request.parameter(COMPANY))
                .toString();
    }

    private AccountId account() {
        if (current.actor() instanceof Actor.Customer customer) {
            return customer.account();
        }
        try {
            return AccountId.of(request.parameter(COMPANY));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    /** Nobody can lock themselves out. */
    public boolean isSelf(UserId user) {
        return current.actor() instanceof Actor.Customer customer
                && customer.id().equals(user);
    }

    public boolean isOwn() {
        return current.actor() instanceof Actor.Customer;
    }

    public @Nullable TemporarySignIn getHandedOut() {
        return handout.given();
    }

    public String getTokens() {
        return request.address("/empresa/tokens")
                .with(COMPANY, request.parameter(COMPANY))
                .toString();
    }

    public String getNext() {
        return place(getPage().next());
    }

    public String getPrevious() {
        return place(getPage().previous());
    }

    private String place(@Nullable String cursor) {
        return cursor == null ? "" : here().with(PLACE, cursor).toString();
    }

    private Address here() {
        return getQuery().on(list());
    }

    private Address list() {
        return request.address("/empresa/usuarios").with(COMPANY, request.parameter(COMPANY));
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
