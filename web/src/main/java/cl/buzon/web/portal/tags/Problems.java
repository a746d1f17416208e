package cl.buzon.web.portal.tags;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages of this request, as the error summary and the notice at the top of a page show them. */
public final class Problems {

    /** One thing to put right; {@code field} is the client id to link to, absent when it is about the whole form. */
    public record Problem(@Nullable String field, String text) {}

    private Problems() {}

    public static boolean failed() {
        return !problems().isEmpty();
    }

    /** In the order of the page; what is about the whole page comes first. */
    public static List<Problem> problems() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<String> order = ids(faces, faces.getViewRoot()).toList();
        List<Problem> found = new ArrayList<>();
        for (Iterator<String> fields = faces.getClientIdsWithMessages(); fields.hasNext(); ) {
            String field = fields.next();
            faces.getMessageList(field).stream()
                    .filter(Problems::isError)
                    .map(message -> new Problem(field, shown(message)))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparingInt(problem -> order.indexOf(problem.field())));
        return found;
    }

    private static Stream<String> ids(FacesContext faces, UIComponent in) {
        Iterator<UIComponent> children = in.getFacetsAndChildren();
        return Stream.concat(
                Stream.of(in.getClientId(faces)),
                Stream.iterate(children, Iterator::hasNext, same -> same)
                        .map(Iterator::next)
                        .flatMap(child -> ids(faces, child)));
    }

    /** Whether something is wrong with the input of that id. */
    public static boolean at(String field) {
        return !of(field).isEmpty();
    }

    /** What is wrong with the input of that id, empty when nothing is. */
    public static String of(String field) {
        return FacesContext.getCurrentInstance().getMessageList(field).stream()
                .map(Problems::shown)
                .findFirst()
                .orElse("");
    }

    /** What went well, kept over the redirect by the flash scope. */
    public static List<String> notices() {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .filter(message -> !isError(message))
                .map(Problems::shown)
                .toList();
    }

    private static String shown(FacesMessage message) {
        message.rendered();
        return Objects.requireNonNullElse(message.getSummary(), "");
    }

    private static boolean isError(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }
}
