package cl.buzon.desk;

import cl.buzon.shared.Actor;
import java.util.UUID;

/**
 * Who shows an API token.
 *
 * @param token which one
 * @param actor the person that the token acts as
 * @param mayRead whether it has the scope {@code cases:read}
 * @param mayWrite whether it has the scope {@code cases:write}
 */
public record TokenBearer(UUID token, Actor actor, boolean mayRead, boolean mayWrite) {}
