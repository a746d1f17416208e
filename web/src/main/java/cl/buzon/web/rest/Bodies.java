package cl.buzon.web.rest;

import org.jspecify.annotations.Nullable;

/** A body that was sent. An empty one, and the literal {@code null}, arrive as nothing. */
public final class Bodies {

    private Bodies() {}

    /** @throws BadRequest when there is none */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw BadRequest.of("BODY_REQUIRED");
        }
        return body;
    }
}
