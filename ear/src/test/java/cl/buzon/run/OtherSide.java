package cl.buzon.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the portal is connected with while it runs on this machine. */
sealed interface OtherSide extends AutoCloseable permits LocalRequestTracker, OtherSide.Sandbox, OtherSide.Elsewhere {

    String SANDBOX = "sandbox";
    String REQUEST_TRACKER = "requesttracker";

    /** What the portal has to know of it, as environment variables. */
    Map<String, String> settings();

    /** What the server runs for it beside the portal. */
    List<Path> deployments();

    /** Where a person goes to see it, for the ready text; empty, or ends with its line. */
    String words(PortalServer server);

    @Override
    void close();

    /**
     * The one with this name, started if it is to run here: Request Tracker is, unless the environment says where
     * another one is.
     *
     * @param dataFolder where the portal's own data lie; an empty portal gets an empty other side
     */
    static OtherSide called(String system, Path dataFolder, Ports portal) {
        if (system.equals(SANDBOX)) {
            return new Sandbox();
        }
        if (system.equals(REQUEST_TRACKER) && isEmpty(System.getenv("BUZON_REQUESTTRACKER_URL"))) {
            Path folder = LocalRequestTracker.folder(
                    "demo-" + Integer.toHexString(dataFolder.toString().hashCode()));
            return Files.exists(dataFolder.resolve("database"))
                    ? LocalRequestTracker.keptIn(folder, portal)
                    : LocalRequestTracker.emptyIn(folder, portal);
        }
        return new Elsewhere(system);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The stand-in of ServiceNow, which the same server runs. */
    record Sandbox(String secret) implements OtherSide {

        Sandbox() {
            this(Secrets.random());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("BUZON_CONNECTOR_SYSTEM", SANDBOX, "BUZON_WEBHOOK_SECRET", secret);
        }

        @Override
        public List<Path> deployments() {
            return List.of(RunPortal.built("buzon.sandbox", "../connector/sandbox/target/sandbox.war"));
        }

        @Override
        public String words(PortalServer server) {
            return """
                      El otro lado / the other side:   %s
                        juegas a Marcela Fuentes, ejecutiva; nadie inicia sesión / you are Marcela Fuentes, no sign-in
                    """.formatted(server.sandbox());
        }

        @Override
        public void close() {}
    }

    /** A system that runs without us, or none; the environment says the rest. */
    record Elsewhere(String system) implements OtherSide {

        @Override
        public Map<String, String> settings() {
            return Map.of("BUZON_CONNECTOR_SYSTEM", system);
        }

        @Override
        public List<Path> deployments() {
            return List.of();
        }

        @Override
        public String words(PortalServer server) {
            return "";
        }

        @Override
        public void close() {}
    }
}
