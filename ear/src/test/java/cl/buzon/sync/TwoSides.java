package cl.buzon.sync;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.sync.World.Outlet;
import cl.buzon.sync.World.Planted;
import cl.buzon.sync.World.Reader;
import cl.buzon.systems.Browser;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/** The portal and the other side, kept in step by the real connector over a wire that tests can spoil. */
final class TwoSides implements AutoCloseable {

    static final String SECRET = "llave-del-timbre";

    /** Bytes that a file may have here. */
    static final int LARGEST_FILE = 25 * 1024 * 1024;

    /** Longer than anything here takes, however busy the machine. */
    private static final int LONG = 300;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final Remote remote = new Remote();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Planted> planted = new CopyOnWriteArrayList<>();
    private final RunningPortal portal;
    private final PortalRecords records;
    private final Customers customers;
    private @Nullable Browser browser;

    private TwoSides(String name, Map<String, String> special) {
        Map<String, String> settings = new HashMap<>(remote.settings());
        settings.put("BUZON_DEMO", "true");
        settings.put("BUZON_WEBHOOK_SECRET", SECRET);
        settings.put("BUZON_CONNECTOR_POLL_INTERVAL", "1");
        settings.put("BUZON_CONNECTOR_PARALLEL", "32");
        // A killed server's cases are taken over by the next one soon
        settings.put("BUZON_CONNECTOR_LEASE", "8");
        settings.put("BUZON_SERVICENOW_DEADLINE", "PT6S");
        settings.put("BUZON_SERVICENOW_OVERLAP", "PT10S");
        settings.put("BUZON_ATTACHMENTS_MAX_SIZE", Integer.toString(LARGEST_FILE));
        settings.put("BUZON_API_RATE", "0");
        settings.put("BUZON_DB_MAX_CONNECTIONS", "60");
        settings.put("JBOSS_JAVA_SIZING", "-Xms64m -Xmx256m -XX:MaxMetaspaceSize=384m " + RunningPortal.SHORT_LIVED);
        settings.putAll(special);
        portal = RunningPortal.start(name, TestBuild.ear(), settings);
        records = new PortalRecords(portal.database(), portal.files().resolve("files"));
        records.watch();
        customers = Customers.ofAndesSur(portal.address());
        // The demo's own cases go first: some forty, with all that was said on them
        await().atMost(LONG, SECONDS).until(() -> remote.tickets().size() >= 40 && records.marks() == 0);
    }

    static TwoSides start() {
        return new TwoSides("two-sides", Map.of());
    }

    Remote remote() {
        return remote;
    }

    RunningPortal portal() {
        return portal;
    }

    PortalRecords records() {
        return records;
    }

    Customers customers() {
        return customers;
    }

    Browser browser() {
        if (browser == null) {
            browser = Browser.own(portal);
        }
        return browser;
    }

    Doorbell doorbell() {
        return new Doorbell(portal.address(), client);
    }

    /** Opens a case and waits until it is on the other side. */
    String open(String subject) {
        String number = customers.open(subject);
        eventually(() -> assertThat(remote.find(number)).isPresent());
        return number;
    }

    static void eventually(ThrowingRunnable holds) {
        await().atMost(LONG, SECONDS).untilAsserted(holds);
    }

    /** A text that must not be read by some; {@link #reckon} looks for it in everything that they get to read. */
    void plant(String text, Reader... hiddenFrom) {
        planted.add(new Planted(text, Set.of(hiddenFrom)));
    }

    /** Ends whatever goes wrong, waits until all is quiet, and judges both sides by every invariant. */
    void reckon() {
        remote.allIsWell();
        await().atMost(LONG, SECONDS)
                .pollInterval(BETWEEN_LOOKS)
                .untilAsserted(() -> assertThat(violated(List.of(), List.of())).isEmpty());
        long writes = remote.writesDone().size();
        records.markAll();
        await().atMost(LONG, SECONDS).pollInterval(BETWEEN_LOOKS).until(() -> records.marks() == 0);
        assertThat(remote.writesDone().size() - writes)
                .as("I8: remote writes in one more round, all being in step")
                .isZero();
        assertThat(violated(outlets(), records.spoiledFiles())).isEmpty();
    }

    private List<Violation> violated(List<Outlet> outlets, List<String> spoiledFiles) {
        return Invariants.violated(new World(
                records.cases(),
                remote.tickets(),
                customers.promises(),
                records.disagreements(),
                remote.writes(),
                outlets,
                List.copyOf(planted),
                records.stale(),
                spoiledFiles));
    }

    /** All of what people get to read: the exports, the feeds, and the log, which is for no text at all. */
    private List<Outlet> outlets() {
        Customers paula = customers.ofPacifico();
        return List.of(
                new Outlet("the export of Andes Sur", Reader.CAMILA, export(customers)),
                new Outlet("the export of Pacífico", Reader.PAULA, export(paula)),
                new Outlet("the feed of Andes Sur", Reader.CAMILA, feed(customers)),
                new Outlet("the feed of Pacífico", Reader.PAULA, feed(paula)),
                new Outlet("the log", Reader.EVERYBODY, log()));
    }

    private static String export(Customers reader) {
        return new String(reader.download("cases/export?format=csv"), StandardCharsets.UTF_8);
    }

    private static String feed(Customers reader) {
        StringBuilder all = new StringBuilder();
        String place = "";
        while (true) {
            Customers.Answer page = reader.get("events?limit=200" + (place.isEmpty() ? "" : "&after=" + place));
            all.append(page.body());
            if (page.json().get("items").isEmpty()) {
                return all.toString();
            }
            place = page.json().get("nextCursor").asString();
        }
    }

    private String log() {
        try {
            return Files.readString(portal.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (browser != null) {
            browser.close();
        }
        portal.close();
        remote.close();
    }
}
