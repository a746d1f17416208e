package cl.buzon.web.security;

import cl.buzon.desk.SignedIn;
import cl.buzon.desk.TokenBearer;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.UserId;
import java.util.UUID;

/** People for tests. */
final class SomeCaller {

    private SomeCaller() {}

    static SignedIn customer(boolean administrator) {
        UserId id = UserId.random();
        Actor actor = new Actor.Customer(id, AccountId.random(), "Camila Rojas Díaz", administrator, Origin.PORTAL);
        return new SignedIn(id, actor, "camila@andessur.example", "Andes Sur SpA", false, "stamp");
    }

    static SignedIn operator() {
        UserId id = UserId.random();
        return new SignedIn(
                id, new Actor.Operator(id, "Olga", Origin.PORTAL), "operador@buzon.example", null, false, "stamp");
    }

    static SignedIn newcomer() {
        SignedIn who = customer(false);
        return new SignedIn(who.id(), who.actor(), who.email(), who.company(), true, "stamp");
    }

    static TokenBearer executive(boolean mayWrite) {
        return new TokenBearer(
                UUID.randomUUID(),
                new Actor.Executive(ExecutiveId.random(), "Marcela Fuentes", Origin.API),
                true,
                mayWrite);
    }
}
