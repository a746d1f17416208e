package cl.buzon.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Request Tracker on this machine, which rings at one portal: the script {@code src/test/rt/request-tracker.sh}
 * installs, makes, starts and ends it.
 */
public final class LocalRequestTracker implements OtherSide {

    private final Script script;
    private final Map<String, String> told;

    private LocalRequestTracker(Script script, Map<String, String> told) {
        this.script = script;
        this.told = told;
    }

    /**
     * Starts the one that lives in {@code folder}, made there the first time, which takes half a minute, and some more
     * when Debian's packages are missing. Root's is run by another user, so the folder must not lie in root's home.
     *
     * @param portal the ports of the portal that is told of changes
     */
    public static LocalRequestTracker keptIn(Path folder, Ports portal) {
        Script script = new Script(folder, portal);
        return new LocalRequestTracker(script, settingsIn(Path.of(script.run("start"))));
    }

    /** Starts an empty one in {@code folder}, whatever was there. */
    static LocalRequestTracker emptyIn(Path folder, Ports portal) {
        new Script(folder, portal).run("remove");
        return keptIn(folder, portal);
    }

    /** Where such trackers lie, each under a name of its own: root's and everybody else's servant can go there. */
    public static Path folder(String name) {
        return Path.of("/var/tmp", "buzon-rt-" + System.getProperty("user.name") + "-" + name);
    }

    /** RT's own page; ends in a slash. */
    public URI page() {
        return URI.create(told("RT_PAGE"));
    }

    /** What a user of RT signs REST calls with. */
    public String tokenOf(String user) {
        return told("RT_TOKEN_" + user.toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, String> settings() {
        return told.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("BUZON_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Path> deployments() {
        return List.of();
    }

    @Override
    public String words(PortalServer server) {
        return """
                  El otro lado / the other side:   %s   Request Tracker
                    ejecutivos / executives %s, contraseña / password   %s
                """.formatted(page(), told("RT_USERS").replace(" ", ", "), told("RT_PASSWORD"));
    }

    @Override
    public void close() {
        script.run("stop");
    }

    private String told(String name) {
        return Optional.ofNullable(told.get(name))
                .orElseThrow(() -> new StartupFailure("Request Tracker's script says nothing of " + name + "."));
    }

    private static Map<String, String> settingsIn(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Map<String, String> settings = new HashMap<>();
            lines.forEach(
                    line -> settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
            return Map.copyOf(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script, as one folder and one portal need it. */
    private record Script(Path folder, Ports portal) {

        /** Does one thing to its end; what it prints. */
        String run(String what) {
            // A session of its own: Ctrl-C is for us, and we end what it has started
            ProcessBuilder builder = new ProcessBuilder("setsid", "--wait", "bash", path().toString(), what)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(Redirect.INHERIT);
            builder.environment().put("BUZON_RT_DIR", folder.toString());
            builder.environment()
                    .put(
                            "BUZON_RT_DOORBELL_URL",
                            "http://localhost:" + portal.http() + "/csm/api/v1/hooks/requesttracker");
            try {
                Process process = builder.start();
                String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.waitFor() != 0) {
                    throw new StartupFailure("Request Tracker: could not " + what + ", see above.");
                }
                return printed;
            } catch (IOException e) {
                throw new StartupFailure("Cannot run " + path() + ".", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartupFailure("Interrupted while Request Tracker was told to " + what + ".", e);
            }
        }

        private static Path path() {
            @Nullable String chosen = System.getProperty("buzon.rt.script");
            return Path.of(chosen == null ? "src/test/rt/request-tracker.sh" : chosen)
                    .toAbsolutePath();
        }
    }
}
