package cl.buzon.connector.example;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.requesttracker.Tracked;
import cl.buzon.connector.servicenow.Sandboxed;
import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * What add-a-ticketing-system.md shows of the code is the code: the report of the contract and the smallest adapter. With
 * {@code -Dbuzon.manual.write=true} both are written anew.
 */
class ManualTest {

    private static final Path MANUAL = Path.of("../ear/docs/add-a-ticketing-system.md");
    private static final Path SOURCES = Path.of("src/test/java/cl/buzon/connector");
    private static final boolean WRITES = Boolean.getBoolean("buzon.manual.write");

    /** An implementation, and the class that runs the contract for it; what the simulation can do changes with each history. */
    private record Column(
            String name, String contract, @Nullable TicketingSystem system) {

        String tells(Function<Capabilities, String> what) {
            return system == null ? "" : what.apply(system.capabilities());
        }
    }

    private static List<Column> columns() {
        Clock clock = Clock.systemUTC();
        String nowhere = "http://localhost:9";
        return List.of(
                new Column(
                        "ServiceNow",
                        "cl.buzon.connector.servicenow.ServiceNowContractTest",
                        Sandboxed.at(nowhere, clock, Map.of())),
                new Column(
                        "Request Tracker",
                        "cl.buzon.connector.requesttracker.RequestTrackerContractTest",
                        Tracked.at(nowhere, "1-1-x", clock, (call, took, outcome) -> {})),
                new Column(
                        "Request Tracker, a real one by night",
                        "cl.buzon.connector.requesttracker.RealTrackerContractTest",
                        Tracked.at(nowhere, "1-1-x", clock, (call, took, outcome) -> {})),
                new Column(
                        "Notebook",
                        "cl.buzon.connector.example.NotebookContractTest",
                        new NotebookAdapter().connect("notebook")),
                new Column("Simulation", "cl.buzon.connector.simulation.MemoryTicketsContractTest", null));
    }

    @Test
    void theReportIsThatOfTheContract() throws IOException {
        List<Column> columns = columns();
        List<String> lines = new ArrayList<>();
        lines.add("| " + columns.stream().map(Column::name).collect(Collectors.joining(" | ", "| ", " |")));
        lines.add("| --- " + "| --- ".repeat(columns.size()) + "|");
        lines.add(row("**What it is**", columns, one -> ""));
        lines.add(row("fields that it does not keep", columns, one -> one.tells(ManualTest::lacking)));
        lines.add(row("states seen as another", columns, one -> one.tells(ManualTest::seenAs)));
        lines.add(row("smallest file", columns, one -> one.tells(can -> size(can.minFileSize()))));
        lines.add(row("largest file", columns, one -> one.tells(can -> size(can.maxFileSize()))));
        lines.add(row("**What it promises**", columns, one -> ""));
        for (String sentence : sentences()) {
            lines.add(row(words(sentence), columns, one -> keeps(one.contract(), sentence)));
        }

        mustBe("report", String.join("\n", lines));
    }

    @Test
    void theExampleIsWhatIsCompiled() throws IOException {
        mustBe("adapter", code("NotebookAdapter", "/** Answers"));
        mustBe("example", code("Notebook", "/** A notebook"));
    }

    private static String code(String type, String from) throws IOException {
        String source = Files.readString(SOURCES.resolve("example/" + type + ".java"));
        return "```java\n" + source.substring(source.indexOf(from)).strip() + "\n```";
    }

    private static String row(String head, List<Column> columns, Function<Column, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(" | ", "| " + head + " | ", " |"));
    }

    private static String lacking(Capabilities can) {
        String lacking = Arrays.stream(cl.buzon.connector.spi.TicketField.values())
                .filter(field -> !can.fields().contains(field))
                .map(field -> "`" + field + "`")
                .collect(Collectors.joining(", "));
        return lacking.isEmpty() ? "none" : lacking;
    }

    private static String seenAs(Capabilities can) {
        return can.seenAs().isEmpty()
                ? "none"
                : can.seenAs().entrySet().stream()
                        .map(one -> one.getKey() + " as " + one.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String size(long bytes) {
        if (bytes >= 1024 * 1024) {
            return bytes / (1024 * 1024) + " MiB";
        }
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }

    /** In the order of the source, which reflection does not know. */
    private static List<String> sentences() throws IOException {
        Matcher test = Pattern.compile("@Test\\s+void (\\w+)\\(")
                .matcher(Files.readString(SOURCES.resolve("spi/TicketingSystemContract.java")));
        List<String> names = new ArrayList<>();
        while (test.find()) {
            names.add(test.group(1));
        }
        assertThat(names).isNotEmpty();
        return names;
    }

    /** Whoever inherits the sentence runs it, with every build unless the column says when. */
    private static String keeps(String contract, String sentence) {
        try {
            Class<?> type = Class.forName(contract);
            boolean inherits = TicketingSystemContract.class.isAssignableFrom(type)
                    && Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                            .noneMatch(one -> one.isAnnotationPresent(Disabled.class))
                    && Arrays.stream(type.getDeclaredMethods())
                            .noneMatch(method -> method.getName().equals(sentence));
            return inherits ? "✓" : "";
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no " + contract, e);
        }
    }

    private static String words(String sentence) {
        String words = sentence.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void mustBe(String part, String wanted) throws IOException {
        String manual = Files.readString(MANUAL);
        String begin = "<!-- " + part + ": begin -->\n";
        String end = "\n<!-- " + part + ": end -->";
        int from = manual.indexOf(begin) + begin.length();
        int to = manual.indexOf(end);
        assertThat(to).as("the place of the %s", part).isGreaterThan(begin.length());
        if (WRITES) {
            Files.writeString(MANUAL, manual.substring(0, from) + wanted + manual.substring(to));
            return;
        }
        assertThat(manual.substring(from, to))
                .as("%s in %s; -Dbuzon.manual.write=true writes it anew", part, MANUAL)
                .isEqualTo(wanted);
    }
}
