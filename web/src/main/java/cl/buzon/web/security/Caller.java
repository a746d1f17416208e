package cl.buzon.web.security;

import cl.buzon.desk.SignedIn;
import cl.buzon.desk.TokenBearer;
import cl.buzon.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request comes from.
 *
 * @param mayWrite false for tokens that only read
 * @param signedIn absent for who came with a token
 */
record Caller(
        Actor actor,
        boolean mayRead,
        boolean mayWrite,
        @Nullable UUID token,
        @Nullable SignedIn signedIn) {

    private static final String ATTRIBUTE = Caller.class.getName();

    static Caller of(SignedIn signedIn) {
        return new Caller(signedIn.actor(), true, true, null, signedIn);
    }

    static Caller of(TokenBearer bearer) {
        return new Caller(bearer.actor(), bearer.mayRead(), bearer.mayWrite(), bearer.token(), null);
    }

    /** Empty for who has not said, or could not prove, who they are. */
    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    void stamp(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    boolean mustChangePassword() {
        return signedIn != null && signedIn.mustChangePassword();
    }

    /** The roles that pages and resources may ask for. */
    Set<String> roles() {
        if (actor instanceof Actor.Customer customer) {
            return customer.administrator() ? Set.of("CUSTOMER", "ACCOUNT_ADMIN") : Set.of("CUSTOMER");
        }
        if (actor instanceof Actor.Operator) {
            return Set.of("OPERATOR");
        }
        return actor instanceof Actor.Executive ? Set.of("STAFF") : Set.of();
    }

    /** Tells one caller from another in the server's log, without a name. */
    String id() {
        if (actor instanceof Actor.Customer customer) {
            return customer.id().toString();
        }
        if (actor instanceof Actor.Operator operator) {
            return operator.id().toString();
        }
        return actor instanceof Actor.Executive executive ? executive.id().toString() : actor.name();
    }
}
