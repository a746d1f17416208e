package cl.buzon.web.rest;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands in the place of a mapper of the server's own for this one exception, which names our classes to the caller. */
@Provider
@ApplicationScoped
public class UnknownMemberMapper implements ExceptionMapper<UnrecognizedPropertyException> {

    @Inject
    private ProblemMapper problems;

    @Override
    public Response toResponse(UnrecognizedPropertyException thrown) {
        return problems.toResponse(thrown);
    }
}
