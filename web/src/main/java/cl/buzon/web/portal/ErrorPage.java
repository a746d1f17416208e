package cl.buzon.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Locale;

/** What a page that could not be shown says instead; a failure gets a reference that the log knows too. */
@Named
@RequestScoped
public class ErrorPage {

    private static final Logger LOG = System.getLogger(ErrorPage.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HALF = 0x10000;

    @Inject
    HttpServletRequest request;

    private String reference = "";

    @PostConstruct
    void refer() {
        reference = String.format(Locale.ROOT, "%04X-%04X", RANDOM.nextInt(HALF), RANDOM.nextInt(HALF));
    }

    /** To be called once, by the page for failures. */
    public void log() {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.ERROR, "Failure " + reference, thrown);
    }

    public String getReference() {
        return reference;
    }

    /** The page to try again, which for a form is the page that showed it. */
    public String getAgain() {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object query = request.getAttribute("jakarta.servlet.error.query_string");
        return asked == null ? request.getContextPath() + "/" : asked + (query == null ? "" : "?" + query);
    }
}
