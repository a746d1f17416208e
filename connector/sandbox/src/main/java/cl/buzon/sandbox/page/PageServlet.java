package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Instance;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a person comes in who plays the executive. */
@WebServlet(
        name = "page",
        urlPatterns = {"", "/caso/*", "/archivo/*", "/fallas", "/quien", "/estilo.css"})
@MultipartConfig
public final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isWelcome(request, response)) {
            new Reception(instance(), request, response).show();
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (isWelcome(request, response)) {
            new Reception(instance(), request, response).act();
        }
    }

    private static boolean isWelcome(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OwnHost.isOurs(request)) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println("The sandbox is for this machine only.");
        return false;
    }

    private Instance instance() {
        if (getServletContext().getAttribute(Instance.class.getName()) instanceof Instance instance) {
            return instance;
        }
        throw new IllegalStateException("the sandbox has not started");
    }
}
