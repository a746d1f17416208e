package cl.buzon.web.portal.tags;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The messages of this request, as the error summary and the notice at the top of a page show them. */
public final class Problems {

    /** One thing to put right; {@code field} is the client id to link to, absent when it is about the whole form. */
    public record Problem(@Nullable String field, String text) {}

    private Problems() {}

    public static boolean failed() {
        return !problems().isEmpty();
    }

    public static List<Problem> problems() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<Problem> found = new ArrayList<>();
        for (Iterator<String> fields = faces.getClientIdsWithMessages(); fields.hasNext(); ) {
            String field = fields.next();
            faces.getMessageList(field).stream()
                    .filter(Problems::isError)
                    .map(message -> new Problem(field, message.getSummary()))
                    .forEach(found::add);
        }
        return found;
    }

    /** What went well, kept over the redirect by the flash scope. */
    public static List<String> notices() {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .filter(message -> !isError(message))
                .map(FacesMessage::getSummary)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isError(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }
}
