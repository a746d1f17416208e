package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.schedule.MovedClock;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionFeedTest {

    private static final String TRANSACTIONS = ROOT + "/transactions";
    private static final Watermark AT = new Watermark("rt1|100|0|0|");

    private final ScriptedTracker tracker = new ScriptedTracker();
    private final Set<Long> hidden = new HashSet<>();

    @AfterEach
    void stop() {
        tracker.close();
    }

    private void transactions(String... rows) {
        tracker.on("GET", ROOT + "/transactions", asked -> page(asked, List.of(rows)));
    }

    /** Rows above the number in the query, as many as asked for; then those that we may not see are taken out. */
    private Reply page(Asked asked, List<String> rows) {
        Map<String, String> parameters = asked.parameters();
        long after = Long.parseLong(parameters.getOrDefault("query", "").replaceFirst("(?s).*id > (\\d+).*", "$1"));
        List<String> found =
                new ArrayList<>(rows.stream().filter(row -> number(row) > after).toList());
        if ("DESC".equals(parameters.get("order"))) {
            Collections.reverse(found);
        }
        return Reply.json(
                        200,
                        found.stream()
                                .skip(100L * (Long.parseLong(parameters.getOrDefault("page", "1")) - 1))
                                .limit(100)
                                .filter(row -> !hidden.contains(number(row)))
                                .collect(Collectors.joining(",", "{\"total\":null,\"items\":[", "]}")))
                .with("Date", "Tue, 03 Feb 2026 14:00:00 GMT");
    }

    private static long number(String row) {
        return Long.parseLong(row.replaceFirst("(?s)^\\{\"id\":\"(\\d+)\".*", "$1"));
    }

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
        assertThat(tracker.asked)
                .extracting(Asked::path)
                .as("and whoever has just come makes sure")
                .containsExactly(ROOT + "/queue/Reclamos", TRANSACTIONS, TRANSACTIONS);
        tracker.asked.clear();
        tracker.system.changes(changes.next());
        assertThat(tracker.asked).hasSize(1);
    }

    @Test
    void allThatIsNewCostsFourCallsAndWhoWeAndTheyAreThree() {
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
        assertThat(tracker.asked).hasSize(4 + 3);
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        Watermark next = afterAll(AT);
        tracker.asked.clear();

        Changes again = tracker.system.changes(next);

        assertThat(again.tickets()).isEmpty();
        assertThat(tracker.asked).hasSize(1);
    }

    @Test
    void aLowerNumberThatComesLateIsTold() {
        transactions(row(102, "Status", "7", "mfuentes", "13:59:50"));
        tickets(json("7", "open", "CS0001001"));
        Watermark next = afterAll(AT);
        transactions(row(101, "Status", "7", "mfuentes", "13:59:40"), row(102, "Status", "7", "mfuentes", "13:59:50"));

        assertThat(tracker.system.changes(next).tickets()).hasSize(1);
    }

    @Test
    void whatIsOldIsNotAskedForAgain() {
        transactions(row(101, "Status", "7", "mfuentes", "13:50:00"), row(102, "Status", "7", "mfuentes", "13:59:50"));
        tickets(json("7", "open", "CS0001001"));
        Watermark next = afterAll(AT);

        assertThat(next.value()).isEqualTo("rt1|101|0|0|101-102");
    }

    private void said(int first, int last) {
        transactions(IntStream.rangeClosed(first, last)
                .mapToObj(id -> row(id, "Correspond", "7", "mfuentes", "13:59:00"))
                .toArray(String[]::new));
        tickets(json("7", "open", "CS0001001"));
    }

    @Test
    void pagesAreTurnedUntilOneIsEmpty() {
        said(101, 350);

        List<Changes> pages = hear(AT);

        assertThat(pages).extracting(Changes::more).containsExactly(true, true, true, false);
        assertThat(pages.get(3).next().value()).isEqualTo("rt1|100|0|0|101-350");
    }

    /** It is filled before what we may not see is taken out of it. */
    @Test
    void aPageThatIsNotFullIsNotTheLast() {
        said(101, 250);
        hidden.addAll(List.of(120L, 230L));

        List<Changes> pages = hear(AT);

        assertThat(pages.get(pages.size() - 1).next().value()).isEqualTo("rt1|100|0|0|101-119,121-229,231-250");
    }

    @Test
    void aSurveyIsNotCutShortByWhatWeMayNotSee() {
        said(101, 250);
        hidden.add(120L);

        assertThat(tracker.system.survey(List.of(TICKET)).tickets())
                .extracting(one -> one.stamp().revision())
                .containsExactly(250L);
    }

    @Test
    void onlyChangesOfOurOwnFieldsAreAskedFor() {
        tracker.system.changes(AT);

        assertThat(tracker.asked("GET", TRANSACTIONS).get(0).parameters().get("query"))
                .contains("(Type = 'CustomField' AND (Field = '2' OR Field = '3' OR Field = '4' OR Field = '5' OR Field"
                        + " = '6'))")
                .doesNotContain("Queue");
    }

    /** They may be shown to us any moment, and nobody would hear of what changes in them. */
    @Test
    void fieldsOfWhichSomeAreMissingAreAskedForAgain() {
        String queue = ROOT + "/queue/Reclamos";
        tracker.on(
                "GET",
                queue,
                Reply.json(200, "{\"id\":3,\"TicketCustomFields\":[]}"),
                Reply.json(200, "{\"id\":3,\"TicketCustomFields\":[" + ScriptedTracker.field(2, "Caso CSM") + "]}"));

        tracker.system.changes(AT);
        tracker.system.changes(AT);

        assertThat(tracker.asked("GET", TRANSACTIONS))
                .extracting(one -> one.parameters().getOrDefault("query", "").contains("Field = '2'"))
                .containsExactly(false, true, true);
        assertThat(tracker.asked("GET", queue)).hasSize(3);
    }

    /** Pages full of what we may not see are empty, and would be so for ever. */
    @Test
    void noNumberOfHiddenChangesMakesItDeafForEver() {
        said(101, 450);
        LongStream.rangeClosed(101, 449).forEach(hidden::add);
        Watermark at = AT;
        List<Ticket> heard = new ArrayList<>();

        for (int poll = 0; poll < 20; poll++) {
            Changes page = tracker.system.changes(at);
            at = page.next();
            heard.addAll(page.tickets());
        }

        assertThat(heard).extracting(one -> one.stamp().revision()).containsExactly(450L);
    }

    /** Whoever waited for the old numbers would hear nothing until they are reached again. */
    @Test
    void aTrackerThatWasRestoredIsHeardAnew() {
        said(11, 40);

        Changes heard = tracker.system.changes(AT);

        assertThat(heard.lost()).isEqualTo(LOST);
        assertThat(heard.next().value())
                .as("what may still come late is waited for")
                .isEqualTo("rt1|10|0|0|");
        said(11, 41);
        Changes next = tracker.system.changes(heard.next());
        assertThat(next.tickets()).hasSize(1);
        assertThat(next.lost()).as("told once").isNull();
    }

    private static final Changes.Lost LOST = new Changes.Lost(40, "t000000000040-999999999999");

    /** While its backup is restored it is away: who waits until it is quiet for long may find it counting beyond again. */
    @Test
    void whoeverWasNotAnsweredMakesSureWithTheNextAnswer() {
        said(90, 100);
        Watermark at = afterAll(AT);
        tracker.on("GET", TRANSACTIONS, Reply.page(503, "<html>Maintenance"));
        assertThatThrownBy(() -> tracker.system.changes(at)).isInstanceOf(RemoteFailure.Unreachable.class);

        said(11, 40);

        assertThat(tracker.system.changes(at).lost()).isEqualTo(LOST);
    }

    /** An operator has paused it, for the very restoration. */
    @Test
    void whoeverHasNotAskedForLongMakesSure() {
        MovedClock clock = new MovedClock();
        TicketingSystem system = Tracked.at(tracker.url(), "1-14-secret", clock, (call, took, outcome) -> {});
        said(90, 100);
        Watermark at = system.changes(AT).next();
        said(11, 40);
        assertThat(system.changes(at).lost()).isNull();

        clock.pass(Duration.ofMinutes(3));

        assertThat(system.changes(at).lost()).isEqualTo(LOST);
    }

    @Test
    void onceInAWhileItIsMadeSureInAnyCase() {
        said(90, 100);
        Watermark at = afterAll(AT);
        said(11, 40);

        List<Changes.@Nullable Lost> lost = new ArrayList<>();
        for (int poll = 0; poll < 20; poll++) {
            lost.add(tracker.system.changes(at).lost());
        }

        assertThat(lost).endsWith(LOST).containsOnlyOnce(LOST);
    }

    /** The first ticket may have been made, and answered by a scrip, before anybody has asked for the first time. */
    @Test
    void whatIsSaidWhileItIsBeingSwitchedOnIsHeard() {
        transactions(row(250, "Status", "7", "mfuentes", "13:50:00"), row(252, "Status", "7", "mfuentes", "13:59:30"));
        tickets(json("7", "open", "CS0001001"));
        Changes first = tracker.system.changes(Watermark.START);
        transactions(
                row(250, "Status", "7", "mfuentes", "13:50:00"),
                row(251, "Status", "8", "mfuentes", "13:59:29"),
                row(252, "Status", "7", "mfuentes", "13:59:30"));
        tickets(json("7", "open", "CS0001001"), json("8", "open", "CS0001002"));

        Changes next = tracker.system.changes(first.next());

        assertThat(next.tickets())
                .extracting(one -> one.id().value())
                .as("even what was committed late")
                .containsExactly("7", "8");
    }

    @Test
    void aRestoredTrackerIsHeardFromWhatIsOldThere() {
        transactions(row(11, "Status", "7", "mfuentes", "13:50:00"), row(12, "Status", "7", "mfuentes", "13:59:50"));

        assertThat(tracker.system.changes(AT).next().value()).isEqualTo("rt1|11|0|0|");
    }

    @Test
    void whatWasDeletedMergedOrHiddenIsToldAsMissed() {
        transactions(
                row(101, "Status", "7", "mfuentes", "13:59:00"),
                row(102, "AddLink", "8", "mfuentes", "13:59:01"),
                row(103, "Set", "9", "mfuentes", "13:59:02"));
        tickets(json("7", "deleted", "CS0001001"), json("9", "open", "CS0001002"));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.missed()).containsExactlyInAnyOrder(new TicketId("7"), new TicketId("8"));
        assertThat(changes.tickets()).extracting(Ticket::id).containsExactly(new TicketId("9"));
    }

    /** Its people may have hidden the field from us: then nobody but the case itself knows that it is ours. */
    @Test
    void aTicketThatDoesNotTellItsNumberIsOneThatIsMissed() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"), row(102, "Set", "9", "mfuentes", "13:59:02"));
        tickets(json("7", "open", ""), json("9", "open", "CS0001002"));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.missed()).containsExactly(new TicketId("7"));
        assertThat(changes.tickets()).extracting(Ticket::id).containsExactly(new TicketId("9"));
    }

    @Test
    void whatIsToldSaysWhoseNumberItCarries() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        parts(
                List.of(part(14, 101, "", "text/plain", ""), part(15, 101, "a.txt", "text/plain", "")),
                List.of(part(14, 101, "", "text/plain", ",\"Content\":\"Hola\"")));

        Changes changes = tracker.system.changes(AT);

        assertThat(Stream.of(
                        changes.tickets().get(0).id(),
                        changes.messages().get(0).ticket(),
                        changes.files().get(0).ticket()))
                .extracting(TicketId::number)
                .containsOnly("CS0001001");
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
        tickets(json("7", "open", "CS0001001"));
        tracker.on("GET", TRANSACTIONS, asked -> page(asked, List.of(row(101, "Status", "7", "mfuentes", "13:59:50")))
                .with("Date", AHEAD));

        assertThat(afterAll(AT).value()).as("still waited for").isEqualTo("rt1|100|0|0|101-101");
    }

    private static final String AHEAD = "Tue, 03 Feb 2026 14:05:00 GMT";

    @Test
    void whatIsWrittenByWhoeverDoesNotWorkThereIsNotPassedOn() {
        transactions(row(101, "Correspond", "7", "cliente@x.example", "13:59:00"));
        tracker.on(
                "GET",
                ROOT + "/user/cliente@x.example",
                Reply.json(200, "{\"id\":56,\"Name\":\"cliente@x.example\",\"Privileged\":0}"));
        tickets(json("7", "open", "CS0001001"));
        parts(
                List.of(part(14, 101, "", "text/plain", ""), part(15, 101, "a.txt", "text/plain", "")),
                List.of(part(14, 101, "", "text/plain", ",\"Content\":\"Soy el cliente\"")));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.tickets()).hasSize(1);
        assertThat(changes.messages()).isEmpty();
        assertThat(changes.files()).isEmpty();
    }

    /** RT names its users by their logins, and takes a name of digits for a number. */
    @Test
    void anExecutiveWhoseLoginIsAllDigitsIsHeard() {
        transactions(row(101, "Correspond", "7", "12345678", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        parts(
                List.of(part(14, 101, "", "text/plain", "")),
                List.of(part(14, 101, "", "text/plain", ",\"Content\":\"Hola\"")));
        tracker.on(
                "POST",
                ROOT + "/users",
                asked -> Reply.json(
                        200,
                        asked.body().contains("\"value\":\"12345678\"")
                                ? "{\"items\":[{\"type\":\"user\",\"id\":45,\"Name\":\"12345678\"}]}"
                                : "{\"items\":[]}"));
        tracker.on("GET", ROOT + "/user/45", Reply.json(200, "{\"id\":45,\"Name\":\"12345678\",\"Privileged\":1}"));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Hola");
        assertThat(tracker.asked("GET", ROOT + "/user/12345678")).isEmpty();
    }

    @Test
    void aPartThatDoesNotComeIsLookedForByItsCase() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        parts(List.of(part(14, 101, "", "text/plain", "")), List.of());

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.missed()).containsExactly(TICKET);
        assertThat(changes.messages()).isEmpty();
        assertThat(changes.next().value()).as("the others need not wait for it").isEqualTo("rt1|100|101|0|101-101");
        assertThatThrownBy(() -> tracker.system.messages(TICKET)).isInstanceOf(RemoteFailure.Unreachable.class);
    }

    @Test
    void anAnswerThatCannotBeReadEndsNeitherThePollNorTheComparison() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        tracker.on("POST", ROOT + "/attachments", Reply.json(200, "{\"items\":[{\"id\":"));

        assertThat(tracker.system.changes(AT).missed()).containsExactly(TICKET);
        Changes all = tracker.system.survey(List.of(TICKET));
        assertThat(all.tickets()).extracting(Ticket::id).containsExactly(TICKET);
        assertThat(all.missed()).containsExactly(TICKET);
    }

    @Test
    void whereNobodyAnswersAnyMoreNothingIsPassedOver() {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tracker.on(
                "GET",
                ROOT + "/tickets",
                Reply.json(200, "{\"items\":[" + json("7", "open", "CS0001001") + "]}"),
                Reply.page(503, "<html>Maintenance"));
        tracker.on("POST", ROOT + "/attachments", Reply.page(503, "<html>Maintenance"));

        assertThatThrownBy(() -> tracker.system.changes(AT)).isInstanceOf(RemoteFailure.Unreachable.class);
    }

    /** One case that was linked to what was connected before. */
    @Test
    void aSurveyPassesOverTheKeysOfAnotherSystem() {
        said(101, 101);

        Changes all = tracker.system.survey(List.of(new TicketId("6816f79cc0a8016401c5a33be04be441"), TICKET));

        assertThat(all.tickets()).extracting(Ticket::id).containsExactly(TICKET);
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

    private Changes saidIn(List<String> heads, List<String> contents, String nest) {
        transactions(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tickets(json("7", "open", "CS0001001"));
        tracker.on("POST", ROOT + "/attachments", asked -> {
            String fields = asked.parameters().getOrDefault("fields", "");
            return Reply.json(
                    200,
                    "{\"items\":["
                            + (fields.startsWith("Parent")
                                    ? nest
                                    : String.join(",", fields.equals("Content") ? contents : heads))
                            + "]}");
        });
        return tracker.system.changes(AT);
    }

    private static String content(long id, String text) {
        return "{\"id\":\"" + id + "\",\"Content\":\"" + text + "\"}";
    }

    private static String inside(long id, long parent, String disposition) {
        return "{\"id\":\"" + id + "\",\"Parent\":{\"id\":\"" + parent
                + "\"},\"Headers\":\"Content-Type: x\\nContent-Disposition: " + disposition + "\"}";
    }

    private static String holder(long id, String type) {
        return part(id, 101, "", type, "").replace("\"10\"", "\"0\"");
    }

    /** As telephones write: words, a picture without a name, and more words. */
    @Test
    void allTextsOfAMixtureAreTold() {
        Changes changes = saidIn(
                List.of(
                        holder(2, "multipart/mixed"),
                        part(3, 101, "", "text/plain", ""),
                        part(4, 101, "", "image/jpeg", ""),
                        part(5, 101, "", "text/plain", ""),
                        part(6, 101, "", "text/plain", "")),
                List.of(content(3, "Antes"), content(5, "Después")),
                String.join(
                        ",",
                        inside(3, 2, "inline"),
                        inside(4, 2, "inline"),
                        inside(5, 2, "inline"),
                        inside(6, 2, "attachment")));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Antes\n\nDespués");
        assertThat(changes.files())
                .extracting(RemoteFile::name)
                .as("even what nobody has named")
                .containsExactly("archivo-4.jpg", "archivo-6.txt");
    }

    @ParameterizedTest
    @CsvSource({"'Hola Camila', 'Hola Camila'", "'  ', 'Hola'"})
    void ofAlternativesOneIsTold(String plain, String told) {
        Changes changes = saidIn(
                List.of(
                        holder(2, "multipart/alternative"),
                        part(3, 101, "", "text/plain", ""),
                        part(4, 101, "", "text/html", "")),
                List.of(content(3, plain), content(4, "<p>Hola</p>")),
                String.join(",", inside(3, 2, "inline"), inside(4, 2, "inline")));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly(told);
    }

    @Test
    void aCalendarIsAFileAndNoWords() {
        Changes changes = saidIn(
                List.of(
                        holder(2, "multipart/mixed"),
                        part(3, 101, "", "text/plain", ""),
                        part(4, 101, "", "text/calendar", "")),
                List.of(content(3, "Pasamos el martes"), content(4, "BEGIN:VCALENDAR")),
                String.join(",", inside(3, 2, "inline"), inside(4, 2, "inline")));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Pasamos el martes");
        assertThat(changes.files()).extracting(RemoteFile::name).containsExactly("archivo-4.ics");
    }

    @Test
    void aFooterIsNotToldInPlaceOfTheAnswer() {
        Changes changes = saidIn(
                List.of(
                        holder(2, "multipart/mixed"),
                        part(3, 101, "", "text/html", ""),
                        part(4, 101, "", "text/plain", "")),
                List.of(content(3, "<b>Va en camino</b>"), content(4, "Aviso legal")),
                String.join(",", inside(3, 2, "inline"), inside(4, 2, "inline")));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Va en camino\n\nAviso legal");
    }

    @Test
    void whatIsPassedOnIsToldOnlyWhereNothingElseIs() {
        List<String> heads = List.of(
                holder(2, "multipart/mixed"),
                part(3, 101, "", "text/plain", ""),
                holder(4, "message/rfc822"),
                part(5, 101, "", "text/plain", ""));
        String nest = String.join(",", inside(3, 2, "inline"), inside(4, 2, "inline"), inside(5, 4, "inline"));

        assertThat(saidIn(heads, List.of(content(3, "Vea esto"), content(5, "Otro")), nest)
                        .messages())
                .extracting(RemoteMessage::text)
                .containsExactly("Vea esto");
        assertThat(saidIn(heads, List.of(content(3, " "), content(5, "Otro")), nest)
                        .messages())
                .extracting(RemoteMessage::text)
                .containsExactly("Otro");
    }

    /** With a screenshot in it, most of it is no words. */
    @Test
    void aLargeAnswerWithMarkupIsToldByItsWords() {
        Changes changes = saidIn(
                List.of(part(14, 101, "", "text/html", "").replace("\"10\"", "\"3000000\"")),
                List.of(content(14, "<p>Hola</p><img src='data:image/png;base64," + "A".repeat(2_900_000) + "'>")),
                "");

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Hola");
        assertThat(changes.files()).isEmpty();
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
