package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Runs pieces of shell as somebody would who pastes them one after the other into one window. */
final class GuideShell {

    private static final int LIMIT_SECONDS = 480;
    private static final String END = "--- end of block ---";

    private GuideShell() {}

    /** What each block has written; fails when one of them fails. Where {@code CI} is not set, tools may be missing. */
    static List<String> run(List<GuideBlock> blocks, Path folder, String... tools) {
        demand(tools);
        Path script = folder.resolve("guide.sh");
        Path written = folder.resolve("guide.out");
        Path complaints = folder.resolve("guide.err");
        try {
            Files.writeString(script, script(blocks));
            ProcessBuilder window = new ProcessBuilder("bash", script.toString())
                    .directory(folder.toFile())
                    .redirectOutput(written.toFile())
                    .redirectError(complaints.toFile());
            window.environment().put("no_proxy", "*");
            Process bash = window.start();
            boolean ended = bash.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            bash.destroyForcibly();
            String said = Files.readString(written) + Files.readString(complaints);
            assertThat(ended).as(said).isTrue();
            assertThat(bash.exitValue()).as(said).isZero();
            return outputs(Files.readString(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String script(List<GuideBlock> blocks) {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (GuideBlock block : blocks) {
            script.append("echo 'line ").append(block.line()).append("' >&2\n");
            script.append(block.text()).append("echo '").append(END).append("'\n");
        }
        return script.toString();
    }

    private static List<String> outputs(String written) {
        List<String> outputs = new ArrayList<>(List.of(written.split(END + "\n", -1)));
        outputs.remove(outputs.size() - 1);
        return outputs;
    }

    private static void demand(String... tools) {
        List<String> missing = Stream.of(tools).filter(tool -> !isThere(tool)).toList();
        if (!missing.isEmpty()) {
            String said = "The guide's examples have NOT run, for want of " + missing;
            if (Optional.ofNullable(System.getenv("CI")).isPresent()) {
                throw new AssertionError(said);
            }
            throw new TestAbortedException(said);
        }
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
