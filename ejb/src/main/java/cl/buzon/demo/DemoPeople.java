package cl.buzon.demo;

import cl.buzon.shared.Rut;
import java.util.List;
import java.util.Set;

/** Who appears in the demo. Names, companies and numbers are invented; the password and the tokens are for everybody to know. */
final class DemoPeople {

    static final String PASSWORD = "Buzon-demo-2026";

    static final Company ANDES_SUR = new Company("Andes Sur SpA", new Rut("76483920K"));
    static final Company PACIFICO = new Company("Pacífico Ltda", new Rut("779051277"));

    static final Customer CAMILA = new Customer("Camila Rojas", "camila@andessur.example", "camila.json");
    static final Customer DIEGO = new Customer("Diego Sepúlveda", "diego@andessur.example", "diego.json");
    static final Customer PAULA = new Customer("Paula Cárcamo", "paula@pacifico.example", "paula.json");

    static final List<Customer> WITH_CASES = List.of(CAMILA, DIEGO, PAULA);

    static final Executive MARCELA = new Executive(
            "Marcela Fuentes", "marcela.fuentes@buzon.example", Set.of("DAMAGE", "RIFLING", "LOSS", "WRONG_RETURN"));
    static final Executive RODRIGO = new Executive(
            "Rodrigo Lagos", "rodrigo.lagos@buzon.example", Set.of("LOSS", "DELAY", "NO_MOVEMENT", "PICKUP_FAILURE"));
    static final Executive PAULA_IBANEZ = new Executive(
            "Paula Ibáñez",
            "paula.ibanez@buzon.example",
            Set.of("DISPUTED_DELIVERY", "MISDELIVERY", "COD_NOT_REMITTED", "BILLING", "OTHER"));

    private DemoPeople() {}

    record Company(String name, Rut rut) {}

    /** @param script which file tells their cases */
    record Customer(String name, String email, String script) {}

    record Executive(String name, String email, Set<String> skills) {}
}
