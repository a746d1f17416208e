package cl.buzon.web.portal;

import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The front door, which whoever is signed in already has passed. */
@Named
@RequestScoped
public class LandingPage {

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    public void open() {
        if (current.isSignedIn()) {
            request.goTo(request.address("/inicio"));
        }
    }
}
