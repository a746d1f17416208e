package cl.buzon.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a person whose server did not start. */
record LogTail(Path log) {

    /** The last lines, long ones cut; a sentence when there is no log. */
    String last(int lines) {
        try {
            List<String> all = List.of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n"));
            return log + " ends with:\n" + String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "There is no log at " + log + ".";
        }
    }
}
