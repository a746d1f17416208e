package cl.buzon.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes the place of the server's own mapper for these, which answers with a bare sentence. */
@Provider
@ApplicationScoped
public class UnreadableJsonMapper implements ExceptionMapper<JsonProcessingException> {

    @Inject
    private ProblemMapper problems;

    @Override
    public Response toResponse(JsonProcessingException thrown) {
        return problems.toResponse(thrown);
    }
}
