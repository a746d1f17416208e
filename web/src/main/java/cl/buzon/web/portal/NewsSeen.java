package cl.buzon.web.portal;

import cl.buzon.desk.NewsDesk;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.security.ReturnAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The visitor has looked at what the bell showed; the page's script says so by itself, otherwise a button does. */
@WebServlet("/avisos/vistos")
public class NewsSeen extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient NewsDesk desk;

    @Inject
    transient CurrentActor current;

    @SuppressWarnings("NullAway.Init")
    public NewsSeen() {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            desk.seen(current.actor(), place(request.getParameter("hasta")));
        } catch (Refusal.NotAllowed e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (request.getHeader("X-Requested-With") != null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            back(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        back(request, response);
    }

    private static void back(HttpServletRequest request, HttpServletResponse response) {
        String page = ReturnAddress.of(request.getParameter(ReturnAddress.PARAMETER))
                .map(ReturnAddress::toString)
                .orElse("/inicio");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + page);
    }

    private static long place(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,18}") ? Long.parseLong(sent) : 0;
    }
}
