package cl.buzon.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The provisioned server. Never written to: each instance works in a base folder of its own. */
public record ServerHome(Path folder) {

    /** The server that the build has provisioned. */
    public static ServerHome provisioned() {
        Path folder = Path.of(System.getProperty("buzon.server.home", "target/server"))
                .toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new StartupFailure("No server at " + folder + ": build the project first (mvn package).");
        }
        return new ServerHome(folder);
    }

    public Path script() {
        return folder.resolve("bin/standalone.sh");
    }

    /** Makes {@code base} the base folder of one instance with these in it, to be deployed at the start. */
    void lay(Path base, List<Path> deployments) {
        lay(base);
        try {
            for (Path one : deployments) {
                Files.copy(
                        one,
                        base.resolve("deployments").resolve(one.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes {@code base} the base folder of one instance: a fresh configuration and nothing deployed. */
    public void lay(Path base) {
        try {
            for (String transientFolder : List.of("configuration", "deployments", "data", "tmp", "log")) {
                delete(base.resolve(transientFolder));
            }
            copyFolder(folder.resolve("standalone/configuration"), base.resolve("configuration"));
            Files.createDirectories(base.resolve("deployments"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
