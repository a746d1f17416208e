package cl.buzon.web.rest;

import cl.buzon.shared.CaseAction;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the problem that an exception stands for. Nothing of an exception's own message gets out. */
final class Problems {

    private static final Map<Integer, String> CODES = Map.of(
            401, "UNAUTHENTICATED",
            403, "NOT_ALLOWED",
            404, "NOT_FOUND",
            405, "METHOD_NOT_ALLOWED",
            406, "NOT_ACCEPTABLE",
            413, "TOO_LARGE",
            415, "UNSUPPORTED_MEDIA_TYPE",
            429, "TOO_MANY_REQUESTS",
            503, "UNAVAILABLE");

    private Problems() {}

    /** Containers wrap what a desk throws: what counts is the first exception in the chain that is known here. */
    static Problem of(Throwable thrown, Locale language) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .flatMap(cause -> known(cause, language).stream())
                .findFirst()
                .orElseGet(() -> failure(language));
    }

    private static Optional<Problem> known(Throwable cause, Locale language) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refused(refusal, language));
        }
        if (cause instanceof BadRequest bad) {
            return Optional.of(
                    bad.faults().isEmpty() ? bad(bad.code(), language) : Problem.of(400, bad.faults(), language));
        }
        if (cause instanceof JsonProcessingException json && !isCutShort(json)) {
            return Optional.of(unreadable(json, language));
        }
        if (cause instanceof Forbidden forbidden) {
            return Optional.of(Problem.of(
                    403, forbidden.code(), language, forbidden.arguments().toArray()));
        }
        if (cause instanceof Busy busy) {
            return Optional.of(Problem.of(503, busy.code(), language));
        }
        if (cause instanceof EJBAccessException) {
            return Optional.of(Problem.of(403, "NOT_ALLOWED", language));
        }
        return cause instanceof WebApplicationException web ? answered(web, language) : Optional.empty();
    }

    private static Problem refused(Refusal refusal, Locale language) {
        if (refusal instanceof Refusal.InvalidInput input) {
            return Problem.of(422, input.faults(), language);
        }
        if (refusal instanceof Refusal.IllegalAction illegal) {
            List<String> allowed =
                    illegal.allowed().stream().map(CaseAction::code).toList();
            return Problem.of(409, refusal.code(), language).withAllowedActions(allowed);
        }
        if (refusal instanceof Refusal.BadCursor) {
            return bad(refusal.code(), language);
        }
        return Problem.of(status(refusal), refusal.code(), language);
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof Refusal.NotAllowed) {
            return 403;
        }
        if (refusal instanceof Refusal.StillRunning) {
            return 409;
        }
        if (refusal instanceof Refusal.Changed) {
            return 412;
        }
        return refusal instanceof Refusal.KeyReused ? 422 : 404;
    }

    /** The body grew too large while it was read, which the reader takes for its own trouble. */
    private static boolean isCutShort(JsonProcessingException json) {
        return json.getCause() instanceof WebApplicationException;
    }

    private static Problem unreadable(JsonProcessingException json, Locale language) {
        if (json instanceof JsonMappingException mapping && field(mapping).isPresent()) {
            return Problem.of(400, List.of(fault(mapping)), language);
        }
        return bad("MALFORMED_JSON", language);
    }

    /** What is wrong at the member at which reading ended; the name is empty when that was outside of all members. */
    static Fault fault(JsonMappingException mapping) {
        String code = mapping instanceof UnrecognizedPropertyException ? "UNKNOWN_FIELD" : "WRONG_TYPE";
        String field = field(mapping).orElse("");
        return Fault.of(field, code, field);
    }

    /** The name of the member at which reading ended, unless that was outside of all members or no JSON at all. */
    private static Optional<String> field(JsonMappingException mapping) {
        return mapping.getPath().isEmpty() || isMalformed(mapping.getCause())
                ? Optional.empty()
                : Optional.ofNullable(
                        mapping.getPath().get(mapping.getPath().size() - 1).getFieldName());
    }

    /** A number that is too large is well-formed all the same. */
    private static boolean isMalformed(@Nullable Throwable cause) {
        return cause instanceof JsonProcessingException && !(cause instanceof InputCoercionException);
    }

    private static Optional<Problem> answered(WebApplicationException web, Locale language) {
        int status = web.getResponse().getStatus();
        return status >= 500 && status != 503
                ? Optional.empty()
                : Optional.of(Problem.of(status, CODES.getOrDefault(status, "BAD_REQUEST"), language));
    }

    private static Problem bad(String code, Locale language) {
        return Problem.of(400, code, language);
    }

    private static Problem failure(Locale language) {
        UUID reference = UUID.randomUUID();
        return Problem.of(500, "INTERNAL", language, reference.toString()).withInstance("urn:uuid:" + reference);
    }
}
