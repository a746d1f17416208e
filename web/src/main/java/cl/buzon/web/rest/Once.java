package cl.buzon.web.rest;

import cl.buzon.desk.IdempotentRequests;
import cl.buzon.desk.IdempotentRequests.Outcome;
import cl.buzon.desk.RecordedAnswer;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Sha256;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers a request that may arrive twice. With the header {@value #KEY} its work is done once and its answer given
 * again to every further request that is the same; without it every request is a new one.
 */
@RequestScoped
public class Once {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    /** Visible ASCII. */
    private static final Pattern FORM = Pattern.compile("[!-~]{1," + IdempotentRequests.MAX_KEY + "}");

    @Inject
    private IdempotentRequests requests;

    @Inject
    private HttpServletRequest request;

    @Inject
    private SentBody body;

    @SuppressWarnings("NullAway.Init")
    protected Once() {}

    /** Of a request whose body tells it from others. */
    public Response answer(Actor actor, Supplier<Response> work) {
        return answer(actor, body::hash, work);
    }

    /**
     * Of a request that something else than its bytes tells from others, such as its files.
     *
     * @param content hash of it; asked for after the work, or instead of it
     */
    public Response answer(Actor actor, Supplier<String> content, Supplier<Response> work) {
        return key().map(key ->
                        given(requests.once(actor, key, () -> fingerprint(content.get()), () -> recorded(work.get()))))
                .orElseGet(work);
    }

    /**
     * The key that the request carries, if any.
     *
     * @throws BadRequest when it is none
     */
    public Optional<String> key() {
        Optional<String> key = Optional.ofNullable(request.getHeader(KEY));
        if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
            throw BadRequest.of(List.of(Fault.of(KEY, "IDEMPOTENCY_KEY_FORM", IdempotentRequests.MAX_KEY)));
        }
        return key;
    }

    /** What tells this request from others, once its body has been read. */
    public String fingerprint() {
        return fingerprint(body.hash());
    }

    private String fingerprint(String content) {
        String asked = request.getMethod() + " " + request.getRequestURI() + "\n" + content;
        return Sha256.base64Of(asked);
    }

    private static RecordedAnswer recorded(Response answer) {
        return new RecordedAnswer(
                answer.getStatus(),
                answer.getHeaderString(HttpHeaders.LOCATION),
                answer.getHeaderString(HttpHeaders.ETAG),
                Json.text(answer.getEntity()));
    }

    private static Response given(Outcome outcome) {
        RecordedAnswer answer = outcome.answer();
        return Response.status(answer.status())
                .header(HttpHeaders.LOCATION, answer.location())
                .header(HttpHeaders.ETAG, answer.etag())
                .header(REPLAYED, outcome.replayed() ? "true" : null)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
