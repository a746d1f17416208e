package cl.buzon.web.portal;

import cl.buzon.desk.SignInResult;
import cl.buzon.web.i18n.Texts;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.security.PortalSession;
import cl.buzon.web.security.ReturnAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;

/** The way in, back to the page one wanted to see. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    PortalSession session;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    @Inject
    OwnLanguage language;

    private String userName = "";
    private String password = "";

    /** Whoever is signed in has nothing to do here, unless the session has reached its longest. */
    public void open() {
        if (current.isSignedIn() && request.parameter("de-nuevo").isEmpty()) {
            request.goTo(wanted());
        }
    }

    public void signIn() {
        SignInResult result = session.signIn(userName, password);
        if (result instanceof SignInResult.Entered) {
            language.settle().ifPresent(request::remember);
            request.goTo(wanted());
        } else {
            request.complain("userName", words(result));
        }
    }

    /** All refusals read the same, but for those that the right password has earned or that tell when to come back. */
    private String words(SignInResult result) {
        Texts texts = request.texts();
        if (result instanceof SignInResult.Throttled throttled) {
            return texts.format(
                    "signIn.throttled",
                    Duration.ofSeconds(throttled.seconds() + 59).toMinutes());
        }
        return texts.get(result instanceof SignInResult.Expired ? "signIn.expired" : "signIn.refused");
    }

    private Address wanted() {
        return ReturnAddress.of(request.parameter(ReturnAddress.PARAMETER))
                .map(address -> request.address(address.toString()))
                .orElseGet(() -> request.address("/inicio"));
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String typed) {
        userName = typed;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String typed) {
        password = typed;
    }
}
