package cl.buzon.sandbox.wire;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where calls of the REST APIs come in. */
@WebServlet(
        name = "wire",
        urlPatterns = {"/api/*", "/oauth_token.do"})
@MultipartConfig
public final class WireServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (getServletContext().getAttribute(Door.class.getName()) instanceof Door door) {
            door.serve(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
