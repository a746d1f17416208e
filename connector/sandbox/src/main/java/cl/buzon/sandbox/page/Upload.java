package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Executive;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Takes a file out of a form. */
final class Upload {

    private Upload() {}

    /** @throws Denial when there is no file, or the instance refuses it */
    static void receive(Executive who, String id, Visit visit) {
        try {
            Part part = visit.request().getPart("file");
            if (part == null || part.getSize() == 0) {
                throw Denial.failed(visit.words().of("case.no-file"));
            }
            String name = Objects.requireNonNullElse(part.getSubmittedFileName(), "");
            String type = Objects.requireNonNullElse(part.getContentType(), "application/octet-stream");
            try (InputStream bytes = part.getInputStream()) {
                who.attach(id, name.substring(name.lastIndexOf('/') + 1), type, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException | IllegalStateException e) {
            throw Denial.failed(visit.words().of("case.no-file"));
        }
    }
}
