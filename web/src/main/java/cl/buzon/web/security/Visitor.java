package cl.buzon.web.security;

import cl.buzon.desk.SignedIn;
import cl.buzon.shared.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who looks at a page, as the pages speak of them; texts are empty for who has not signed in. */
@Named
@RequestScoped
public class Visitor {

    private static final int INITIALS = 2;

    private HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @SuppressWarnings("NullAway.Init")
    protected Visitor() {}

    @Inject
    Visitor(HttpServletRequest request) {
        this.request = request;
    }

    public boolean isSignedIn() {
        return signedIn().isPresent();
    }

    /** Tells them from whoever else signs in here; empty for who has not. */
    public String getId() {
        return signedIn().map(who -> who.id().toString()).orElse("");
    }

    public String getName() {
        return signedIn().map(who -> who.actor().name()).orElse("");
    }

    public String getFirstName() {
        return words(getName()).findFirst().orElse("");
    }

    /** Of the first two names, such as CR. */
    public String getInitials() {
        return words(getName())
                .limit(INITIALS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** What they sign in with. */
    public String getEmail() {
        return signedIn().map(SignedIn::email).orElse("");
    }

    /** Empty for operators. */
    public String getCompany() {
        return signedIn().map(SignedIn::company).orElse("");
    }

    /** The address that they come from, in figures. */
    public String getPlace() {
        return request.getRemoteAddr();
    }

    public boolean isCompanyAdministrator() {
        return actor() instanceof Actor.Customer customer && customer.administrator();
    }

    public boolean isOperator() {
        return actor() instanceof Actor.Operator;
    }

    public boolean isMustChangePassword() {
        return signedIn().map(SignedIn::mustChangePassword).orElse(false);
    }

    /** How long the session lasts if they do nothing. */
    public long getSecondsLeft() {
        return sessions.left(request).toSeconds();
    }

    private Object actor() {
        return signedIn().<Object>map(SignedIn::actor).orElse("");
    }

    private Optional<SignedIn> signedIn() {
        return Caller.of(request).map(Caller::signedIn);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty());
    }
}
