package cl.buzon.systems;

/** Somebody who signs in at the portal; the named ones belong to the demo data. */
public record Person(String user, String password) {

    public static final Person CAMILA = ofTheDemo("camila@andessur.example");
    public static final Person DIEGO = ofTheDemo("diego@andessur.example");
    public static final Person ADMINISTRATOR = ofTheDemo("admin@andessur.example");
    public static final Person PAULA = ofTheDemo("paula@pacifico.example");
    public static final Person OPERATOR = ofTheDemo("operador@buzon.example");

    private static Person ofTheDemo(String user) {
        return new Person(user, "Buzon-demo-2026");
    }
}
