package cl.buzon.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the session; only when a form says so, for a link could be followed by mistake or by a prefetch. */
@WebServlet(Routes.SIGN_OUT)
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Sessions sessions;

    @SuppressWarnings("NullAway.Init")
    public SignOut() {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        Redirect.to("/", request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Redirect.to("/", request, response);
    }
}
