package cl.buzon.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL's own program for a cluster's ups and downs, out of the programs that were unpacked beside it. */
final class ClusterControl {

    private static final int LIMIT_SECONDS = 60;

    private final Path folder;

    /** @param folder where the cluster lives */
    ClusterControl(Path folder) {
        this.folder = folder;
    }

    /** Runs it to its end. */
    void run(String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to work for root, and takes one in a namespace of his own for somebody else
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program().toString(), "-D", folder.toString(), "-l", log().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed.\n" + new LogTail(log()).last(20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private Path program() {
        try (Stream<Path> unpacked = Files.walk(folder.resolveSibling("postgresql"))) {
            return unpacked.filter(path -> path.endsWith("bin/pg_ctl"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No pg_ctl beside " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
