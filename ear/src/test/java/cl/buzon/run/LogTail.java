package cl.buzon.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of a log, for a person whose server did not start. */
record LogTail(Path log) {

    private static final int MOST_CAUSES = 8;
    private static final int WIDEST = 400;

    /** The last lines, and after them the causes that were named further up; a sentence when there is no log. */
    String last(int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> end = all.subList(Math.max(0, all.size() - lines), all.size());
            Stream<String> causes = all.stream()
                    .filter(line -> line.contains("Caused by: "))
                    .map(String::strip)
                    .distinct()
                    .limit(MOST_CAUSES);
            return log + " ends with:\n"
                    + Stream.concat(end.stream(), causes).map(LogTail::cut).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "There is no log at " + log + ".";
        }
    }

    private static String cut(String line) {
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + " ...";
    }
}
