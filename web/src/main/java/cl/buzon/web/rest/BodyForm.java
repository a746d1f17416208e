package cl.buzon.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a body must say of itself before anybody is asked to read it. No body at all counts as JSON without content:
 * a program that has nothing to say to an action need not say in which form.
 */
@Provider
@PreMatching
@ApplicationScoped
public class BodyForm implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null && isEmpty(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        if (lacksBoundary(type)) {
            throw BadRequest.of("MALFORMED_MULTIPART");
        }
    }

    private static boolean isEmpty(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeaderString("Transfer-Encoding") == null
                : length.strip().equals("0");
    }

    private static boolean lacksBoundary(@Nullable String type) {
        String low = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return low.startsWith("multipart/") && !low.contains("boundary=");
    }
}
