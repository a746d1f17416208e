package cl.buzon.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made, and where tests may write. */
public final class TestBuild {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Tests run in several processes at once, each of which starts servers of its own. */
    private static final String PROCESS = System.getProperty("buzon.process", "alone");

    private TestBuild() {}

    /** The application as it is delivered. */
    public static Path ear() {
        return TARGET.resolve("buzon.ear");
    }

    /** A folder for one test, empty, whatever earlier runs left there. */
    public static Path emptyFolder(String name) {
        Path folder = TARGET.resolve("systems").resolve(PROCESS).resolve(name);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody wants to see the pages: {@code -Dbuzon.pictures=true}. */
    static boolean keepsPictures() {
        return Boolean.getBoolean("buzon.pictures");
    }

    /** Where pictures of pages are collected. */
    static Path screenshots() {
        return TARGET.resolve("screenshots");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> childrenFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : childrenFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
