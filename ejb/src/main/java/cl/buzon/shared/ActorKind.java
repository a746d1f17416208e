package cl.buzon.shared;

/** On whose side of the counter somebody in a case's history stands. */
public enum ActorKind {
    CUSTOMER,
    EXECUTIVE,
    SYSTEM;

    public static ActorKind of(Actor actor) {
        if (actor instanceof Actor.Customer) {
            return CUSTOMER;
        }
        return actor instanceof Actor.Executive || actor instanceof Actor.BackOffice ? EXECUTIVE : SYSTEM;
    }
}
