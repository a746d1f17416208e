package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionFeedTest {

    private static final Watermark AT = new Watermark("rt1|100|0|0|");

    private final ScriptedTracker tracker = new ScriptedTracker();

    @AfterEach
    void stop() {
        tracker.close();
    }

    private void transactions(String... rows) {
        tracker.on("GET", ROOT + "/transactions", asked -> page(asked, List.of(rows)));
    }

    /** Rows above the number in the query, as many as asked for. */
    private static Reply page(Asked asked, List<String> rows) {
        String query = asked.parameters().getOrDefault("query", "");
        long after = Long.parseLong(query.replaceFirst("(?s).*id > (\\d+).*", "$1"));
        return Reply.json(
                        200,
                        rows.stream()
                                .filter(row ->
                                        Long.parseLong(row.replaceFirst("(?s)^\\{\"id\":\"(\\d+)\".*", "$1")) > after)
                                .limit(100)
                                .collect(Collectors.joining(",", "{\"total\":null,\"items\":[", "]}")))
                .with("Date", "Tue, 03 Feb 2026 14:00:00 GMT");
    }

    private static String row(long id, String type, String ticket, String creator, String time) {
        return "{\"id\":\"" + id + "\",\"Type\":\"" + type + "\",\"ObjectType\":\"RT::Ticket\",\"ObjectId\":\"" + ticket
                + "\",\"Created\":\"2026-02-03T" + time + "Z\",\"Creator\":{\"id\":\"" + creator
                + "\",\"RealName\":\"Marcela Fuentes\",\"EmailAddress\":\"Marcela@Buzon.example\"}}";
    }

    private static String part(long id, long transaction, String file, String type, String more) {
        return "{\"id\":\"" + id + "\",\"TransactionId\":\"" + transaction + "\",\"Filename\":\"" + file
                + "\",\"ContentType\":\"" + type
                + "\",\"ContentLength\":\"10\",\"Created\":\"2026-02-03T13:59:00Z\"" + more + "}";
    }

    private void tickets(String... tickets) {
        tracker.on("GET", ROOT + "/tickets", Reply.json(200, "{\"items\":[" + String.join(",", tickets) + "]}"));
    }

    private void parts(List<String> heads, List<String> contents) {
        tracker.on(
                "POST",
                ROOT + "/attachments",
                asked -> Reply.json(
                        200,
                        "{\"items\":["
                                + String.join(
                                        ",", "Content".equals(asked.parameters().get("fields")) ? contents : heads)
                                + "]}"));
    }

    @Test
    void nothingNewCostsOneCall() {
        Changes changes = tracker.system.changes(AT);

        assertThat(changes.tickets()).isEmpty();
        assertThat(changes.more()).isFalse();
        assertThat(tracker.asked).hasSize(1);
    }

    @Test
    void allThatIsNewCostsFourCallsAndWhoWeAreOne() {
        transactions(
                row(101, "Correspond", "7", "mfuentes", "13:59:00"),
                row(102, "Status", "7", "mfuentes", "13:59:01"),
                row(103, "Correspond", "8", "buzon", "13:59:02"));
        tickets(json("7", "stalled", "CS0001001"), json("8", "open", "CS0001002"));
        parts(
                List.of(
                        part(14, 101, "", "text/html", ""),
                        part(15, 101, "foto año.png", "image/png", ""),
                        part(16, 103, "", "text/plain", "")),
                List.of(
                        part(14, 101, "", "text/html", ",\"Content\":\"<p>Hola<br>Camila</p>\""),
                        part(16, 103, "", "text/plain", ",\"Content\":\"Camila (portal):  a\\r\\n\\n\\nb \"")));

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
        assertThat(tracker.asked).hasSize(4 + 1);
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        Watermark next = tracker.system.changes(AT).next();
        tracker.asked.clear();

        Changes again = tracker.system.changes(next);

        assertThat(again.tickets()).isEmpty();
        assertThat(tracker.asked).hasSize(1);
    }

    @Test
    void aLowerNumberThatComesLateIsTold() {
        transactions(row(102, "Status", "7", "mfuentes", "13:59:50"));
        tickets(json("7", "open", "CS0001001"));
        Watermark next = tracker.system.changes(AT).next();
        transactions(row(101, "Status", "7", "mfuentes", "13:59:40"), row(102, "Status", "7", "mfuentes", "13:59:50"));

        assertThat(tracker.system.changes(next).tickets()).hasSize(1);
    }

    @Test
    void whatIsOldIsNotAskedForAgain() {
        transactions(row(101, "Status", "7", "mfuentes", "13:50:00"), row(102, "Status", "7", "mfuentes", "13:59:50"));
        tickets(json("7", "open", "CS0001001"));
        Watermark next = tracker.system.changes(AT).next();

        assertThat(next.value()).isEqualTo("rt1|101|0|0|102-102");
    }

    @Test
    void pagesAreTurnedUntilOneIsNotFull() {
        transactions(IntStream.rangeClosed(101, 350)
                .mapToObj(id -> row(id, "Correspond", "7", "mfuentes", "13:59:00"))
                .toArray(String[]::new));
        tickets(json("7", "open", "CS0001001"));
        parts(
                IntStream.rangeClosed(101, 199)
                        .mapToObj(id -> part(id, id, "", "text/plain", ""))
                        .toList(),
                List.of());
        List<Boolean> more = new ArrayList<>();
        Watermark at = AT;
        do {
            Changes page = tracker.system.changes(at);
            at = page.next();
            more.add(page.more());
        } while (more.get(more.size() - 1));

        assertThat(more).containsExactly(true, true, false);
        assertThat(at.value()).isEqualTo("rt1|100|0|0|101-350");
    }

    @Test
    void commentsAreNotEvenAskedForNorTaken() {
        transactions(row(101, "Comment", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        parts(
                List.of(part(14, 101, "", "text/plain", "")),
                List.of(part(14, 101, "", "text/plain", ",\"Content\":\"x\"")));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.messages()).isEmpty();
        assertThat(tracker.asked("GET", ROOT + "/transactions"))
                .allMatch(one ->
                        !Objects.requireNonNull(one.parameters().get("query")).contains("Comment"));
        assertThat(tracker.asked("POST", ROOT + "/attachments")).isEmpty();
    }

    @Test
    void ticketsOfOthersAreLeftOut() {
        transactions(row(101, "Correspond", "9", "mfuentes", "13:59:00"));
        tickets(json("9", "open", ""));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.tickets()).isEmpty();
        assertThat(tracker.asked("POST", ROOT + "/attachments")).isEmpty();
    }

    @Test
    void theFirstTimeAndAfterAnotherSystemItBeginsNow() {
        transactions(row(250, "Status", "7", "mfuentes", "13:50:00"));

        for (Watermark foreign : List.of(Watermark.START, new Watermark("1|1770127198,,1770127198,,,0,false||"))) {
            Changes changes = tracker.system.changes(foreign);

            assertThat(changes.tickets()).isEmpty();
            assertThat(changes.next().value()).isEqualTo("rt1|250|0|0|");
        }
    }

    @Test
    void aTextThatIsTooLongForAMessageComesAsAFile() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        parts(List.of(part(14, 101, "", "text/plain", "").replace("\"10\"", "\"9000000\"")), List.of());

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.messages()).isEmpty();
        assertThat(changes.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("mensaje-14.txt");
            assertThat(file.size()).isEqualTo(9_000_000);
        });
    }
}
