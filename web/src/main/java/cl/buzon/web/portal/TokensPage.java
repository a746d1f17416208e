package cl.buzon.web.portal;

import cl.buzon.desk.AccountDesk;
import cl.buzon.desk.AccountView;
import cl.buzon.desk.NewToken;
import cl.buzon.desk.TokenAdminDesk;
import cl.buzon.desk.TokenHandout;
import cl.buzon.desk.TokenView;
import cl.buzon.desk.UserView;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of a company's programs, for its administrators, and for the operator who names the company in the address. */
@Named
@RequestScoped
public class TokensPage {

    /** Users whose addresses are proposed; any other can be typed. */
    private static final int USERS = 200;

    private static final int USUAL_DAYS = 90;
    private static final String COMPANY = "empresa";

    @Inject
    TokenAdminDesk desk;

    @Inject
    AccountDesk accounts;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String name = "";
    private String user = "";
    private int days = USUAL_DAYS;
    private boolean reads = true;
    private boolean writes;
    private @Nullable List<TokenView> tokens;
    private @Nullable List<UserView> users;
    private @Nullable AccountView company;
    private @Nullable TokenHandout handedOut;

    public void open() {
        getTokens();
    }

    /** Does what a button of the list asks for, once its form has come. */
    public void act() {
        request.pressed("revoke").ifPresent(this::revoke);
    }

    /** The secret is shown on the answer to this very request and nowhere else, so there is no redirect. */
    public void create() {
        try {
            handedOut = desk.create(current.actor(), account(), new NewToken(name, user, days, reads, writes));
            tokens = null;
            name = "";
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    private void revoke(UUID token) {
        desk.revoke(current.actor(), account(), token);
        getTokens().stream()
                .filter(one -> one.id().equals(token))
                .forEach(one -> request.tell("tokens.revoked", one.name()));
        request.goTo(request.address("/empresa/tokens").with(COMPANY, request.parameter(COMPANY)));
    }

    public List<TokenView> getTokens() {
        if (tokens == null) {
            tokens = desk.tokens(current.actor(), account());
        }
        return tokens;
    }

    public List<UserView> getUsers() {
        if (users == null) {
            users = accounts.users(current.actor(), account(), null, USERS).items().stream()
                    .filter(one -> !one.disabled())
                    .toList();
        }
        return users;
    }

    public AccountView getCompany() {
        if (company == null) {
            company = accounts.account(current.actor(), account());
        }
        return company;
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

    public boolean isOwn() {
        return current.actor() instanceof Actor.Customer;
    }

    public @Nullable TokenHandout getHandedOut() {
        return handedOut;
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String typed) {
        user = typed;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int chosen) {
        days = chosen;
    }

    public boolean isReads() {
        return reads;
    }

    public void setReads(boolean marked) {
        reads = marked;
    }

    public boolean isWrites() {
        return writes;
    }

    public void setWrites(boolean marked) {
        writes = marked;
    }
}
