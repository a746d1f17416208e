package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedParts.file;
import static cl.buzon.connector.requesttracker.ScriptedParts.part;
import static cl.buzon.connector.requesttracker.ScriptedParts.words;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static cl.buzon.connector.requesttracker.ScriptedTransactions.AT;
import static cl.buzon.connector.requesttracker.ScriptedTransactions.row;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How far we have heard: every page, nothing twice, and what comes late. */
class TransactionFeedTest {

    private static final String AHEAD = "Tue, 03 Feb 2026 14:05:00 GMT";

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    private final ScriptedTransactions transactions = new ScriptedTransactions(tracker);
    private final ScriptedParts parts = new ScriptedParts(tracker);

    /** All pages of a round, as a poll reads them. */
    private List<Changes> hear(Watermark from) {
        List<Changes> pages = new ArrayList<>();
        do {
            pages.add(tracker.system.changes(
                    pages.isEmpty() ? from : pages.get(pages.size() - 1).next()));
        } while (pages.get(pages.size() - 1).more());
        return pages;
    }

    private Watermark afterAll(Watermark from) {
        List<Changes> pages = hear(from);
        return pages.get(pages.size() - 1).next();
    }

    @Test
    void nothingNewCostsOneCall() {
        Changes changes = tracker.system.changes(AT);

        assertThat(changes.tickets()).isEmpty();
        assertThat(changes.more()).isFalse();
        assertThat(tracker.asked)
                .extracting(Asked::path)
                .as("and whoever has just come makes sure")
                .containsExactly(ROOT + "/queue/Reclamos", ScriptedTransactions.PATH, ScriptedTransactions.PATH);
        tracker.asked.clear();
        tracker.system.changes(changes.next());
        assertThat(tracker.asked).hasSize(1);
    }

    @Test
    void allThatIsNewCostsFourCallsAndWhoWeAndTheyAreThree() {
        transactions.tell(
                row(101, "Correspond", "7", "mfuentes", "13:59:00"),
                row(102, "Status", "7", "mfuentes", "13:59:01"),
                row(103, "Correspond", "8", "buzon", "13:59:02"));
        tracker.finds(json("7", "stalled", "CS0001001"), json("8", "open", "CS0001002"));
        parts.tell(
                List.of(
                        part(14, "text/html"),
                        file(15, "foto año.png", "image/png"),
                        part(16, 103, "", "text/plain", 10)),
                List.of(words(14, "<p>Hola<br>Camila</p>"), words(16, "Camila (portal):  a\\r\\n\\n\\nb ")));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.tickets())
                .extracting(one -> one.id().value() + "@" + one.stamp().revision())
                .containsExactly("7@102", "8@103");
        assertThat(changes.messages())
                .extracting(RemoteMessage::text)
                .containsExactly("Hola\nCamila", "Camila (portal):  a\n\n\nb ");
        assertThat(changes.messages())
                .extracting(one -> one.author().us() + " " + one.author().email())
                .containsExactly("false marcela@buzon.example", "true marcela@buzon.example");
        assertThat(changes.files()).extracting(RemoteFile::name).containsExactly("foto año.png");
        assertThat(tracker.asked).hasSize(4 + 3);
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        transactions.said(101, 101);
        Watermark next = afterAll(AT);
        tracker.asked.clear();

        Changes again = tracker.system.changes(next);

        assertThat(again.tickets()).isEmpty();
        assertThat(tracker.asked).hasSize(1);
    }

    @Test
    void aLowerNumberThatComesLateIsTold() {
        transactions.tell(row(102, "Status", "7", "mfuentes", "13:59:50"));
        tracker.finds(json("7", "open", "CS0001001"));
        Watermark next = afterAll(AT);
        transactions.tell(
                row(101, "Status", "7", "mfuentes", "13:59:40"), row(102, "Status", "7", "mfuentes", "13:59:50"));

        assertThat(tracker.system.changes(next).tickets()).hasSize(1);
    }

    @Test
    void whatIsOldIsNotAskedForAgain() {
        transactions.tell(
                row(101, "Status", "7", "mfuentes", "13:50:00"), row(102, "Status", "7", "mfuentes", "13:59:50"));
        tracker.finds(json("7", "open", "CS0001001"));
        Watermark next = afterAll(AT);

        assertThat(next.value()).isEqualTo("rt1|101|0|0|101-102");
    }

    @Test
    void pagesAreTurnedUntilOneIsEmpty() {
        transactions.said(101, 350);

        List<Changes> pages = hear(AT);

        assertThat(pages).extracting(Changes::more).containsExactly(true, true, true, false);
        assertThat(pages.get(3).next().value()).isEqualTo("rt1|100|0|0|101-350");
    }

    /** It is filled before what we may not see is taken out of it. */
    @Test
    void aPageThatIsNotFullIsNotTheLast() {
        transactions.said(101, 250);
        transactions.hidden.addAll(List.of(120L, 230L));

        List<Changes> pages = hear(AT);

        assertThat(pages.get(pages.size() - 1).next().value()).isEqualTo("rt1|100|0|0|101-119,121-229,231-250");
    }

    @Test
    void aSurveyIsNotCutShortByWhatWeMayNotSee() {
        transactions.said(101, 250);
        transactions.hidden.add(120L);

        assertThat(tracker.system.survey(List.of(TICKET)).tickets())
                .extracting(one -> one.stamp().revision())
                .containsExactly(250L);
    }

    /** Pages full of what we may not see are empty, and would be so for ever. */
    @Test
    void noNumberOfHiddenChangesMakesItDeafForEver() {
        transactions.said(101, 450);
        LongStream.rangeClosed(101, 449).forEach(transactions.hidden::add);
        Watermark at = AT;
        List<Ticket> heard = new ArrayList<>();

        for (int poll = 0; poll < 20; poll++) {
            Changes page = tracker.system.changes(at);
            at = page.next();
            heard.addAll(page.tickets());
        }

        assertThat(heard).extracting(one -> one.stamp().revision()).containsExactly(450L);
    }

    /** What stands before it may date its answers otherwise than it dates its rows. */
    @Test
    void rowsAreOldByTheClockThatDatesThem() {
        tracker.on("POST", ROOT + "/ticket", Reply.json(201, "{\"id\":\"7\"}").with("Date", AHEAD));
        tracker.reads(
                "7",
                ScriptedTracker.ticket(
                                json("7", "new", "CS0001001")
                                        .replace("\"Subject\"", "\"Created\":\"2026-02-03T14:00:00Z\",\"Subject\""),
                                40)
                        .with("Date", AHEAD));
        tracker.system.create(ScriptedTracker.wish());
        tracker.finds(json("7", "open", "CS0001001"));
        transactions.date = AHEAD;
        transactions.tell(row(101, "Status", "7", "mfuentes", "13:59:50"));

        assertThat(afterAll(AT).value()).as("still waited for").isEqualTo("rt1|100|0|0|101-101");
    }

    /** The first ticket may have been made, and answered by a scrip, before anybody has asked for the first time. */
    @Test
    void whatIsSaidWhileItIsBeingSwitchedOnIsHeard() {
        transactions.tell(
                row(250, "Status", "7", "mfuentes", "13:50:00"), row(252, "Status", "7", "mfuentes", "13:59:30"));
        tracker.finds(json("7", "open", "CS0001001"));
        Changes first = tracker.system.changes(Watermark.START);
        transactions.tell(
                row(250, "Status", "7", "mfuentes", "13:50:00"),
                row(251, "Status", "8", "mfuentes", "13:59:29"),
                row(252, "Status", "7", "mfuentes", "13:59:30"));
        tracker.finds(json("7", "open", "CS0001001"), json("8", "open", "CS0001002"));

        Changes next = tracker.system.changes(first.next());

        assertThat(next.tickets())
                .extracting(one -> one.id().value())
                .as("even what was committed late")
                .containsExactly("7", "8");
    }

    @Test
    void theFirstTimeAndAfterAnotherSystemItBeginsNow() {
        transactions.tell(row(250, "Status", "7", "mfuentes", "13:50:00"));

        for (Watermark foreign : List.of(Watermark.START, new Watermark("1|1770127198,,1770127198,,,0,false||"))) {
            Changes changes = tracker.system.changes(foreign);

            assertThat(changes.tickets()).isEmpty();
            assertThat(changes.next().value()).isEqualTo("rt1|250|0|0|");
        }
    }
}
