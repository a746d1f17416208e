package cl.buzon.requesttracker;

import static org.awaitility.Awaitility.await;

import cl.buzon.run.LocalRequestTracker;
import cl.buzon.run.Ports;
import cl.buzon.sync.Invariants;
import cl.buzon.sync.PortalRecords;
import cl.buzon.sync.Violation;
import cl.buzon.sync.World;
import cl.buzon.sync.World.OurCase;
import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;

/** The portal and a real Request Tracker, both as they would be in production, and people on either side. */
final class BothSystems implements AutoCloseable {

    /** Longer than anything here takes without its poll, and much shorter than the time until that. */
    static final Duration SOON = Duration.ofSeconds(30);

    /** So that whatever comes from there soon has come because RT has rung. */
    private static final Duration BETWEEN_POLLS = Duration.ofMinutes(10);

    private static final Duration FOR_ALL_DEMO_CASES = Duration.ofMinutes(10);

    private final LocalRequestTracker tracker;
    private final RunningPortal portal;
    private final PortalRecords records;
    private final String prefix;
    private final Browser browser;

    private BothSystems(LocalRequestTracker tracker, RunningPortal portal, String prefix) {
        this.tracker = tracker;
        this.portal = portal;
        this.prefix = prefix;
        this.records = new PortalRecords(portal.database(), portal.files().resolve("files"));
        this.browser = Browser.own(portal);
    }

    static BothSystems start() {
        Ports ports = Ports.free();
        LocalRequestTracker tracker = LocalRequestTracker.keptIn(LocalRequestTracker.folder("tests"), ports);
        try {
            String prefix = newPrefix();
            Map<String, String> settings = new HashMap<>(tracker.settings());
            settings.put("BUZON_DEMO", "true");
            settings.put("BUZON_CASE_NUMBER_PREFIX", prefix);
            settings.put("BUZON_CONNECTOR_POLL_INTERVAL", Long.toString(BETWEEN_POLLS.toSeconds()));
            RunningPortal portal = RunningPortal.start("request-tracker", TestBuild.ear(), ports, settings);
            BothSystems both = new BothSystems(tracker, portal, prefix);
            both.records.watch();
            await().atMost(FOR_ALL_DEMO_CASES)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> both.records.marks() == 0);
            return both;
        } catch (RuntimeException e) {
            tracker.close();
            throw e;
        }
    }

    /** RT may remember the cases of earlier runs, whose portals are gone: other numbers are other cases. */
    private static String newPrefix() {
        return new Random().ints(5, 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    Tracker marcela() {
        return new Tracker(tracker, "mfuentes");
    }

    Tracker rodrigo() {
        return new Tracker(tracker, "rlagos");
    }

    RunningPortal portal() {
        return portal;
    }

    Browser browser() {
        return browser;
    }

    Api api() {
        return Api.of(portal);
    }

    /** Nothing is left to be told on either side, as far as the portal has heard. */
    void quiet() {
        await().atMost(SOON).until(() -> records.marks() == 0);
    }

    /** How a case fares with the tracker, in the words of the portal's own database. */
    String healthOf(String caseNumber) {
        return records.healthOf(caseNumber);
    }

    /** What does not hold between the two, by the same invariants as with any other system. */
    List<Violation> violated() {
        List<OurCase> cases = records.cases();
        Map<String, String> ids = cases.stream().collect(Collectors.toMap(OurCase::number, OurCase::id));
        return Invariants.violated(
                new World(
                        cases,
                        new TrackerTickets(marcela(), ids).of(prefix),
                        List.of(),
                        records.disagreements(),
                        List.of(),
                        List.of(),
                        List.of(),
                        records.stale(),
                        records.spoiledFiles()),
                TrackerTickets.WORDS);
    }

    /** Has every case looked at anew on both sides, as the night does. */
    void lookAtAll() {
        records.markAll();
        await().atMost(FOR_ALL_DEMO_CASES).pollInterval(Duration.ofSeconds(1)).until(() -> records.marks() == 0);
    }

    static void soon(ThrowingRunnable holds) {
        await().atMost(SOON).untilAsserted(holds);
    }

    @Override
    public void close() {
        browser.close();
        portal.close();
        tracker.close();
    }
}
