package cl.buzon.demo;

import static cl.buzon.demo.DemoPeople.ANDES_SUR;
import static cl.buzon.demo.DemoPeople.CAMILA;
import static cl.buzon.demo.DemoPeople.DIEGO;
import static cl.buzon.demo.DemoPeople.MARCELA;
import static cl.buzon.demo.DemoPeople.PACIFICO;
import static cl.buzon.demo.DemoPeople.PASSWORD;
import static cl.buzon.demo.DemoPeople.PAULA;
import static cl.buzon.demo.DemoPeople.PAULA_IBANEZ;
import static cl.buzon.demo.DemoPeople.RODRIGO;

import cl.buzon.desk.DemoDesk;
import cl.buzon.desk.NewExecutive;
import cl.buzon.desk.RosterDesk;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Brings the people of the demo into the portal. */
@ApplicationScoped
class Casting {

    private static final Actor DEMO = new Actor.Machine("Demo", Origin.DEMO);

    @Inject
    private DemoDesk accounts;

    @Inject
    private RosterDesk roster;

    /** Whether the people of the demo have come already: nobody is ever deleted. */
    boolean isDone() {
        return roster.executive(DEMO, MARCELA.email()).isPresent();
    }

    void bring(Cast cast, DemoCalendar calendar) {
        AccountId andesSur = accounts.account(DEMO, ANDES_SUR.name(), ANDES_SUR.rut());
        AccountId pacifico = accounts.account(DEMO, PACIFICO.name(), PACIFICO.rut());
        bringCustomers(cast, andesSur, pacifico);
        bringExecutives(cast, andesSur, calendar);
        UserId admin = accounts.user(DEMO, andesSur, "Antonia Riquelme", "admin@andessur.example", true, PASSWORD);
        accounts.token(DEMO, admin, "buzon-demo-admin");
        accounts.operator(DEMO, "Ignacio Bravo", "operador@buzon.example", PASSWORD);
    }

    private void bringCustomers(Cast cast, AccountId andesSur, AccountId pacifico) {
        UserId camila = admit(cast, CAMILA, andesSur);
        admit(cast, DIEGO, andesSur);
        UserId paula = admit(cast, PAULA, pacifico);
        accounts.token(DEMO, camila, "buzon-demo-andessur");
        accounts.token(DEMO, paula, "buzon-demo-pacifico");
    }

    /** Whoever looks after Andes Sur is away twice, so that its cases are not all on one desk. */
    private void bringExecutives(Cast cast, AccountId andesSur, DemoCalendar calendar) {
        ExecutiveId marcela = takeOn(cast, MARCELA);
        ExecutiveId rodrigo = takeOn(cast, RODRIGO);
        ExecutiveId paulaIbanez = takeOn(cast, PAULA_IBANEZ);
        roster.team(DEMO, andesSur, marcela, rodrigo);
        roster.absent(DEMO, marcela, calendar.day(59), calendar.day(50), null);
        roster.absent(DEMO, marcela, calendar.day(34), calendar.day(30), paulaIbanez);
        accounts.token(DEMO, marcela, "buzon-demo-staff");
    }

    private UserId admit(Cast cast, DemoPeople.Customer who, AccountId company) {
        UserId id = accounts.user(DEMO, company, who.name(), who.email(), false, PASSWORD);
        cast.add(who.email(), new Actor.Customer(id, company, who.name(), false, Origin.DEMO));
        return id;
    }

    private ExecutiveId takeOn(Cast cast, DemoPeople.Executive who) {
        ExecutiveId id = roster.takeOn(DEMO, new NewExecutive(who.name(), who.email(), null, who.skills()));
        cast.add(who.email(), new Actor.Executive(id, who.name(), Origin.DEMO));
        return id;
    }
}
