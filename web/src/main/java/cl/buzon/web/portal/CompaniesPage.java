package cl.buzon.web.portal;

import cl.buzon.desk.AccountDesk;
import cl.buzon.desk.AccountView;
import cl.buzon.desk.NewAccount;
import cl.buzon.desk.TemporarySignIn;
import cl.buzon.shared.Page;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The operator's home: all companies, and a new one with its first user. */
@Named
@RequestScoped
public class CompaniesPage {

    private static final int ROWS = 50;
    private static final String PLACE = "pagina";
    private static final String WORDS = "buscar";

    @Inject
    AccountDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    @Inject
    Handout handout;

    private String name = "";
    private String rut = "";
    private String userName = "";
    private String email = "";
    private @Nullable Page<AccountView> page;

    public void open() {
        getPage();
    }

    public void create() {
        if (handout.gives(() -> desk.createAccount(current.actor(), new NewAccount(name, rut, userName, email)))) {
            page = null;
            name = "";
            rut = "";
            userName = "";
            email = "";
        }
    }

    public Page<AccountView> getPage() {
        if (page == null) {
            page = desk.accounts(
                    current.actor(), getWords(), request.optional(PLACE).orElse(null), ROWS);
        }
        return page;
    }

    /** What the address looks for, empty for all. */
    public String getWords() {
        return request.parameter(WORDS);
    }

    public @Nullable TemporarySignIn getHandedOut() {
        return handout.given();
    }

    public String users(AccountView company) {
        return request.address("/empresa/usuarios")
                .with("empresa", company.id().toString())
                .toString();
    }

    public String getNext() {
        return place(getPage().next());
    }

    public String getPrevious() {
        return place(getPage().previous());
    }

    private String place(@Nullable String cursor) {
        return cursor == null
                ? ""
                : request.address("/operador/empresas")
                        .with(WORDS, getWords())
                        .with(PLACE, cursor)
                        .toString();
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public String getRut() {
        return rut;
    }

    public void setRut(String typed) {
        rut = typed;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String typed) {
        userName = typed;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String typed) {
        email = typed;
    }
}
