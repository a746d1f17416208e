package cl.buzon.web.rest;

import cl.buzon.shared.Fault;
import cl.buzon.web.i18n.FaultTexts;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * An answer other than the one that was hoped for, as in RFC 9457.
 *
 * @param code stable, for programs
 * @param detail for people, in their language
 * @param errors what is wrong at which field, empty where no field is at fault
 * @param instance names a failure of ours in the server's log
 * @param allowedActions what the case would take instead of an illegal action
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldError> errors,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> allowedActions) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final String TITLES = "cl.buzon.web.i18n.problems";
    private static final String MIXED = "INVALID";

    /** What is wrong at one field. */
    public record FieldError(String field, String code, String message) {}

    public static Problem of(int status, String code, Locale language, Object... arguments) {
        return plain(status, code, FaultTexts.of(code, language, arguments), language, List.of());
    }

    static Problem of(int status, List<Fault> faults, Locale language) {
        List<FieldError> errors = errors(faults, language);
        String detail = errors.size() == 1 ? errors.get(0).message() : FaultTexts.of(MIXED, language, errors.size());
        return plain(status, code(faults), detail, language, errors);
    }

    public static List<FieldError> errors(List<Fault> faults, Locale language) {
        return faults.stream().map(fault -> error(fault, language)).toList();
    }

    Problem withInstance(String name) {
        return new Problem(type, title, status, detail, code, errors, name, allowedActions);
    }

    Problem withAllowedActions(List<String> actions) {
        return new Problem(type, title, status, detail, code, errors, instance, actions);
    }

    /** The code that all of the broken rules share, or one that says that there are several. */
    static String code(List<Fault> faults) {
        List<String> codes = faults.stream().map(Fault::code).distinct().toList();
        return codes.size() == 1 ? codes.get(0) : MIXED;
    }

    private static Problem plain(int status, String code, String detail, Locale language, List<FieldError> errors) {
        String type = "/csm/api/docs#" + code;
        return new Problem(type, title(status, language), status, detail, code, errors, null, null);
    }

    private static FieldError error(Fault fault, Locale language) {
        return new FieldError(fault.field(), fault.code(), FaultTexts.of(fault, language));
    }

    private static String title(int status, Locale language) {
        ResourceBundle titles = ResourceBundle.getBundle(TITLES, language);
        String key = "title." + status;
        return titles.getString(titles.containsKey(key) ? key : "title.other");
    }
}
