package cl.buzon.inside;

import cl.buzon.desk.DemoDesk;
import cl.buzon.desk.NewExecutive;
import cl.buzon.desk.RosterDesk;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Rut;
import cl.buzon.shared.UserId;
import java.util.Locale;
import java.util.Set;

/** People for tests: one customer, and executives of whom each test has its own by asking about another situation. */
record Staff(DemoDesk people, RosterDesk roster) {

    private static final Actor DEMO = new Actor.Machine("Tests", Origin.DEMO);

    Actor.Customer customer() {
        AccountId company = people.account(DEMO, "Austral Ltda", new Rut("760000000"));
        UserId user = people.user(
                DEMO, company, "Elena Mora", "elena@austral.example", false, "una frase que nadie usa aquí");
        return new Actor.Customer(user, company, "Elena Mora", false, Origin.PORTAL);
    }

    /** An executive who alone, or with others of this situation, knows it. */
    Actor.Executive executive(String situation, int which) {
        String email = situation.toLowerCase(Locale.ROOT) + which + "@buzon.example";
        ExecutiveId id = roster.takeOn(DEMO, new NewExecutive("Ejecutivo " + which, email, null, Set.of(situation)));
        return new Actor.Executive(id, "Ejecutivo " + which, Origin.API);
    }
}
