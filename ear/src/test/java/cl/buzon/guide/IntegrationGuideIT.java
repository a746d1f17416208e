package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.BodySignature;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever follows the guide for integrators finds what it says: its examples run, and answer as they are said to. */
@PortalTest
class IntegrationGuideIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADDRESS = "http://localhost:8080/csm/";

    /** The port at which the guide's own receiver waits. */
    private static final String RECEIVER = "9099";

    @Test
    void everyExampleRunsAndAnswersAsItSays(RunningPortal portal) throws IOException {
        List<GuideBlock> blocks = GuideBlock.of(
                guide().replace(ADDRESS, portal.address().toString()).replace(RECEIVER, Integer.toString(freePort())));
        Path folder = TestBuild.emptyFolder("guide");
        for (GuideBlock program : programs(blocks)) {
            Files.writeString(folder.resolve(program.file()), program.text());
        }
        List<GuideBlock> shell =
                blocks.stream().filter(block -> block.isIn("sh")).toList();

        List<String> outputs = GuideShell.run(shell, folder, "bash", "curl", "jq", "python3");

        assertThat(outputs).hasSameSizeAs(shell);
        for (int i = 0; i < blocks.size(); i++) {
            GuideBlock block = blocks.get(i);
            if (block.isIn("json") || block.isIn("text")) {
                assertAnswer(block, outputs.get(shell.indexOf(blocks.get(i - 1))));
            }
        }
    }

    @Test
    void everyBlockIsOfAKindThatIsJudged() throws IOException {
        String guide = guide();
        List<GuideBlock> blocks = GuideBlock.of(guide);

        assertThat(guide.lines().filter(line -> line.startsWith("```"))).hasSize(2 * blocks.size());
        assertThat(blocks).extracting(GuideBlock::language).isSubsetOf("sh", "json", "text", "python", "java");
        assertThat(blocks.get(0).text()).contains("export BUZON=" + ADDRESS + "api/v1\n");
    }

    @Test
    void theCheckInJavaKnowsOurSignatures() throws Exception {
        GuideBlock program = programs(GuideBlock.of(guide())).stream()
                .filter(block -> block.isIn("java"))
                .findFirst()
                .orElseThrow();
        Path folder = TestBuild.emptyFolder("guide-java");
        Path source = Files.writeString(folder.resolve(program.file()), program.text());
        byte[] body = "{\"type\":\"PING\"}".getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.now();
        String signature = new BodySignature("whsec_a").sign(now, body);

        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", source.toString()))
                .isZero();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Method check = classes.loadClass("Signatures")
                    .getMethod("isGood", String.class, String.class, String.class, byte[].class);

            assertThat(check.invoke(null, "whsec_a", seconds(now), signature, body))
                    .isEqualTo(true);
            assertThat(check.invoke(null, "whsec_b", seconds(now), signature, body))
                    .isEqualTo(false);
            assertThat(check.invoke(null, "whsec_a", seconds(now.plusSeconds(1)), signature, body))
                    .isEqualTo(false);
            Instant old = now.minusSeconds(400);
            assertThat(check.invoke(null, "whsec_a", seconds(old), new BodySignature("whsec_a").sign(old, body), body))
                    .isEqualTo(false);
        }
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    private static List<GuideBlock> programs(List<GuideBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.isIn("java") || block.isIn("python"))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** JSON has the same members, whatever their values; text has the same beginnings of lines, whatever its numbers. */
    private static void assertAnswer(GuideBlock said, String written) {
        if (said.isIn("json")) {
            assertMembers("line " + said.line(), JSON.readTree(said.text()), JSON.readTree(written));
        } else {
            assertThat(plain(written)).as("line " + said.line()).isEqualTo(plain(said.text()));
        }
    }

    private static void assertMembers(String place, JsonNode said, JsonNode written) {
        assertThat(written.getNodeType()).as("%s: %s", place, written).isEqualTo(said.getNodeType());
        if (said.isObject()) {
            assertThat(names(written)).as(place).isEqualTo(names(said));
            said.properties()
                    .forEach(member -> assertMembers(
                            place + "." + member.getKey(), member.getValue(), written.get(member.getKey())));
        }
        for (int i = 0; said.isArray() && i < said.size(); i++) {
            assertThat(written.size()).as(place).isGreaterThan(i);
            assertMembers(place + "[" + i + "]", said.get(i), written.get(i));
        }
        boolean isCode = place.matches(".*\\.(code|state|status|type|kind|field)");
        assertThat(isCode ? written : said).as(place).isEqualTo(said);
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    /** Counters of the day left out. */
    private static String plain(String text) {
        return text.replace("\r", "").replaceAll("(?m)^(RateLimit-\\w+): \\d+$", "$1");
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/integrate.md"));
    }
}
