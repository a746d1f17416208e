package cl.buzon.web.brand;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The operator's mark and colours, which no page could carry itself: nothing on a page is inline. */
@WebServlet({Brand.MARK, "/resources/brand/colors.css"})
public class BrandFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Brand brand;

    @SuppressWarnings("NullAway.Init")
    public BrandFiles() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(Brand.MARK)) {
            sendMark(brand.file(), response);
        } else {
            response.setContentType("text/css;charset=UTF-8");
            response.getOutputStream().write(brand.css().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void sendMark(Optional<Path> file, HttpServletResponse response) throws IOException {
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(file.get().toString().endsWith(".png") ? "image/png" : "image/svg+xml");
        Files.copy(file.get(), response.getOutputStream());
    }
}
