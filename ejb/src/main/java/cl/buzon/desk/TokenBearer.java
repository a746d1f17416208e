package cl.buzon.desk;

import cl.buzon.shared.Actor;

/**
 * Who shows an API token.
 *
 * @param actor the person that the token acts as
 * @param mayWrite false for tokens that only read
 */
public record TokenBearer(Actor actor, boolean mayWrite) {}
