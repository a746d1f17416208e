package cl.buzon.systems;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The browser of this machine, driven without a window. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** In milliseconds. */
    private static final double LAUNCH_LIMIT = 120_000;

    /** The light one first: it draws the same pages, without what only a person at a screen needs. */
    private static final List<String> PROGRAMS =
            List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome");

    private static final String MISSING = """


            ==========================================================================
             No Chromium: the tests of the pages have NOT run. On Debian install it by
               apt-get install -y chromium-headless-shell
             or name one by the environment variable BUZON_CHROMIUM.
            ==========================================================================
            """;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Without a browser the test fails where {@code CI} is set; on a person's machine it is left out, loudly. */
    static Chromium start() {
        Path program = program().orElseThrow(Chromium::missing);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(program)
                                .setArgs(FLAGS)
                                .setTimeout(LAUNCH_LIMIT)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> program() {
        return Stream.concat(Stream.ofNullable(System.getenv("BUZON_CHROMIUM")), PROGRAMS.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static RuntimeException missing() {
        if (System.getenv().containsKey("CI")) {
            return new IllegalStateException(MISSING);
        }
        System.err.println(MISSING);
        return new TestAbortedException("No Chromium on this machine");
    }
}
