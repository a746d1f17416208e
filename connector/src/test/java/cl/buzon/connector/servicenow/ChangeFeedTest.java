package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

    private static final String JOURNAL = "/api/now/v2/table/sys_journal_field";
    private static final String FILES = "/api/now/attachment";

    private final ScriptedInstance instance = new ScriptedInstance();
    private final MovableClock clock = new MovableClock();
    private final ServiceNow serviceNow = Connected.to(instance.url(), clock);
    private final FakeTable cases = new FakeTable("sys_updated_on");
    private final FakeTable journal = new FakeTable("sys_created_on");
    private final FakeTable files = new FakeTable("sys_created_on");
    private Watermark watermark = Watermark.START;

    @BeforeEach
    void serve() {
        instance.on("GET", ScriptedInstance.CASES, cases::answer);
        instance.on("GET", JOURNAL, journal::answer);
        instance.on("GET", FILES, files::answer);
        round();
        instance.asked.clear();
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    /** Polls until nothing more waits. */
    private List<Changes> round() {
        List<Changes> all = new ArrayList<>();
        Changes page;
        do {
            page = serviceNow.changes(watermark);
            watermark = page.next();
            all.add(page);
            assertThat(all).hasSizeLessThan(100);
        } while (page.more());
        return all;
    }

    private static Set<String> tickets(List<Changes> pages) {
        Set<String> keys = new TreeSet<>();
        pages.forEach(
                page -> page.tickets().forEach(ticket -> keys.add(ticket.id().value())));
        return keys;
    }

    private void addCases(int from, int to, String at) {
        for (int i = from; i < to; i++) {
            cases.rows.add(new HashMap<>(Map.of(
                    "sys_id",
                    FakeTable.key(i),
                    "number",
                    "CS" + i,
                    "correlation_id",
                    new UUID(4, i).toString(),
                    "state",
                    "10",
                    "assigned_to",
                    "",
                    "sys_mod_count",
                    "1",
                    "sys_updated_on",
                    at)));
        }
    }

    private static Map<String, String> entry(int key, String element, String author, String at, String text) {
        return new HashMap<>(Map.of(
                "sys_id", FakeTable.key(key),
                "element", element,
                "element_id", TICKET.value(),
                "name", "task",
                "sys_created_by", author,
                "sys_created_on", at,
                "value", text));
    }

    private static Map<String, String> file(int key, String table, String name, String state, String at) {
        return new HashMap<>(Map.of(
                "sys_id",
                FakeTable.key(key),
                "table_name",
                table,
                "table_sys_id",
                TICKET.value(),
                "file_name",
                name,
                "size_bytes",
                "5",
                "state",
                state,
                "sys_created_by",
                "marcela",
                "sys_created_on",
                at));
    }

    @Test
    void anIdleRoundCostsThreeCalls() {
        List<Changes> pages = round();

        assertThat(pages).hasSize(1);
        assertThat(instance.asked).hasSize(3);
        assertThat(instance.asked.get(0).query())
                .isEqualTo("correlation_idISNOTEMPTY^sys_updated_on>=2026-02-03 13:57:55"
                        + "^ORDERBYsys_updated_on^ORDERBYsys_id");
        assertThat(instance.asked.get(1).query()).startsWith("element=comments^sys_created_on>=");
    }

    @Test
    void threeHundredRowsOfOneSecondAllCome() {
        addCases(1, 301, "2026-02-03 13:59:30");
        addCases(301, 310, "2026-02-03 13:59:31");

        List<Changes> pages = round();

        assertThat(tickets(pages)).hasSize(309);
        assertThat(instance.asked).hasSize(6);
    }

    @Test
    void hiddenRowsNeverEndARound() {
        addCases(1, 450, "2026-02-03 13:59:30");
        cases.hidden = row -> Integer.parseInt(row.getOrDefault("sys_id", ""), 16) < 350;

        assertThat(tickets(round())).hasSize(100);

        cases.hidden = row -> Integer.parseInt(row.getOrDefault("sys_id", ""), 16) % 3 != 0;
        assertThat(tickets(round())).hasSize(149);
    }

    @Test
    void whereNobodyCountsAShortPageIsNoEnd() {
        addCases(1, 250, "2026-02-03 13:59:30");
        cases.counts = false;
        cases.hidden = row -> Integer.parseInt(row.getOrDefault("sys_id", ""), 16) % 3 != 0;

        assertThat(tickets(round())).hasSize(83);
    }

    @Test
    void whoComparesEverythingAsksForOursAloneAndOfAnyTime() {
        addCases(1, 150, "2019-01-01 00:00:00");
        journal.rows.add(entry(1, "comments", "marcela", "2019-01-01 00:00:00", "hola"));
        journal.rows.get(0).put("element_id", FakeTable.key(3));
        files.rows.add(file(1, "task", "a.pdf", "", "2019-01-01 00:00:00"));
        files.rows.get(0).put("table_sys_id", FakeTable.key(60));
        List<TicketId> known = IntStream.range(1, 61)
                .filter(one -> one != 7)
                .mapToObj(FakeTable::key)
                .map(TicketId::new)
                .toList();
        cases.rows.remove(5);

        Changes all = serviceNow.survey(known);

        assertThat(tickets(List.of(all))).hasSize(58).doesNotContain(FakeTable.key(6), FakeTable.key(7));
        assertThat(all.messages()).extracting(RemoteMessage::text).containsExactly("hola");
        assertThat(all.files()).extracting(RemoteFile::name).containsExactly("a.pdf");
        assertThat(instance.asked).hasSize(6 + 1).allMatch(asked -> asked.query()
                .matches("(?s).*IN.*"));
    }

    @Test
    void rowsOfAQuietHourComeOnceAndNotWithEveryRound() {
        addCases(1, 301, "2026-02-03 13:59:58");
        assertThat(tickets(round())).hasSize(300);
        for (FakeTable table : List.of(cases, journal, files)) {
            table.date = "Tue, 03 Feb 2026 14:10:00 GMT";
        }
        clock.forward(Duration.ofMinutes(10));
        round();
        instance.asked.clear();

        assertThat(tickets(round())).isEmpty();
        assertThat(instance.asked).hasSize(3);
    }

    @Test
    void whatIsClosedForAWhileIsReadLater() {
        Reply closed = Reply.error(403, "User Not Authorized", "Failed API level ACL Validation");
        instance.on("GET", JOURNAL, closed);
        journal.rows.add(entry(1, "comments", "marcela", "2026-02-03 13:59:58", "hola"));
        assertThat(round().get(0).messages()).isEmpty();
        for (FakeTable table : List.of(cases, journal, files)) {
            table.date = "Tue, 03 Feb 2026 14:10:00 GMT";
        }
        clock.forward(Duration.ofMinutes(10));
        round();

        instance.on("GET", JOURNAL, journal::answer);

        assertThat(round().get(0).messages()).extracting(RemoteMessage::text).containsExactly("hola");
    }

    @Test
    void aWatermarkOfAnotherSystemIsNoObstacle() {
        watermark = new Watermark("rt:4711");

        assertThat(round()).hasSize(1);
    }

    @Test
    void rowsMayBeDatedOtherwiseThanAnswers() {
        instance.on(
                "POST",
                ScriptedInstance.CASES,
                Reply.json(
                                201,
                                Connected.result(Connected.row(
                                                ",\"u_category\":\"DAMAGE\",\"u_tracking_number\":\"AB123456785CL\"")
                                        .replace("2026-02-03 13:59:58", "2026-02-03 13:00:00")))
                        .with("Date", "Tue, 03 Feb 2026 14:00:00 GMT"));
        round();
        serviceNow.create(Connected.wish("Caja rota", "Llegó rota"));
        addCases(2, 3, "2026-02-03 13:00:05");

        assertThat(tickets(round())).contains(FakeTable.key(2));
    }

    @Test
    void whatIsCommittedLateIsSeen() {
        addCases(1, 2, "2026-02-03 13:59:59");
        round();
        addCases(2, 3, "2026-02-03 13:58:30");

        assertThat(tickets(round())).hasSize(2);
    }

    @Test
    void aClockThatIsSetBackHidesNothing() {
        addCases(1, 2, "2026-02-03 14:00:00");
        round();
        cases.date = "Tue, 03 Feb 2026 13:00:00 GMT";
        journal.date = cases.date;
        files.date = cases.date;
        round();
        addCases(2, 3, "2026-02-03 13:00:05");

        assertThat(tickets(round())).contains(FakeTable.key(2));
    }

    @Test
    void aTimeToComeIsNotBelieved() {
        addCases(1, 2, "2030-01-01 00:00:00");
        round();
        addCases(2, 3, "2026-02-03 14:00:01");

        assertThat(tickets(round())).contains(FakeTable.key(2));
    }

    @Test
    void aWidenedAnswerBringsNobodyElsesCases() {
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(
                        200,
                        Connected.result(
                                "[{\"sys_id\":\"" + FakeTable.key(7)
                                        + "\",\"correlation_id\":\"\",\"state\":\"1\",\"sys_updated_on\":\"2026-02-03 13:59:59\"},"
                                        + "{\"sys_id\":\"" + FakeTable.key(8)
                                        + "\",\"correlation_id\":\"JIRA-7\",\"state\":\"1\",\"sys_updated_on\":\"2026-02-03 13:59:59\"}]")));

        assertThat(tickets(round())).isEmpty();
    }

    @Test
    void workNotesNeverComeThrough() {
        instance.on("GET", JOURNAL, asked -> {
            FakeTable all = new FakeTable("sys_created_on");
            all.rows.add(entry(1, "work_notes", "marcela", "2026-02-03 13:59:58", "no decir"));
            all.rows.add(entry(2, "comments_and_work_notes", "marcela", "2026-02-03 13:59:58", "no decir"));
            all.rows.add(entry(3, "comments", "marcela", "2026-02-03 13:59:58", "decir"));
            Map<String, String> nameless = entry(4, "comments", "marcela", "2026-02-03 13:59:58", "no decir");
            nameless.remove("element");
            all.rows.add(nameless);
            // As an instance that ignores a filter which it does not understand
            return all.answer(new ScriptedServer.Asked(
                    "GET", JOURNAL, Map.of("sysparm_query", "sys_id>^ORDERBYx"), Map.of(), "", ""));
        });

        assertThat(round().get(0).messages()).extracting(RemoteMessage::text).containsExactly("decir");
        assertThat(serviceNow.messages(TICKET)).extracting(RemoteMessage::text).containsExactly("decir");
        assertThat(instance.asked("GET", JOURNAL))
                .allMatch(asked -> asked.query().startsWith("element=comments^"));
    }

    @Test
    void tellsWhoSaidIt() {
        instance.on(
                "GET",
                "/api/now/v2/table/sys_user",
                Reply.json(
                        200,
                        Connected.result(
                                "[{\"sys_id\":\"" + FakeTable.key(9)
                                        + "\",\"user_name\":\"marcela\",\"name\":\"Marcela Fuentes\",\"email\":\"Marcela@buzon.example\"}]")));
        journal.rows.add(
                entry(1, "comments", "marcela", "2026-02-03 13:59:58", "[code]<p>Falta una <b>foto</b></p>[/code]"));
        journal.rows.add(entry(2, "comments", "buzon.integration", "2026-02-03 13:59:59", "Ana (portal): <b>hola</b>"));
        journal.rows.add(entry(3, "comments", "system", "2026-02-03 13:59:59", "Cerrado"));

        List<RemoteMessage> messages = round().get(0).messages();
        round();

        assertThat(messages)
                .extracting(RemoteMessage::text)
                .containsExactly("Falta una foto", "Ana (portal): <b>hola</b>", "Cerrado");
        assertThat(messages.get(0).author().name()).isEqualTo("Marcela Fuentes");
        assertThat(messages.get(0).author().email()).isEqualTo("marcela@buzon.example");
        assertThat(messages).extracting(message -> message.author().us()).containsExactly(false, true, false);
        assertThat(messages.get(2).author().name()).isEqualTo("system");
        assertThat(instance.asked("GET", "/api/now/v2/table/sys_user")).hasSize(1);
    }

    @Test
    void whatIsClosedToUsDoesNotKeepTheRestAway() {
        addCases(7, 8, "2026-02-03 13:59:30");
        Reply closed = Reply.error(403, "Insufficient rights to query records", "No permission");
        instance.on("GET", JOURNAL, closed);
        instance.on("GET", FILES, closed);

        Changes changes = round().get(0);

        assertThat(changes.tickets()).hasSize(1);
        assertThat(changes.messages()).isEmpty();
    }

    @Test
    void theCaseApiSpeaksWhereTheJournalIsClosed() {
        addCases(7, 8, "2026-02-03 13:59:30");
        instance.on("GET", JOURNAL, Reply.error(403, "Insufficient rights to query records", "No permission"));
        instance.on(
                "GET",
                "/api/sn_customerservice/case/" + FakeTable.key(7) + "/activities",
                Reply.json(
                        200,
                        Connected.result("{\"entries\":[{\"sys_id\":\"" + FakeTable.key(9)
                                + "\",\"sys_created_on\":\"2026-02-03 13:59:30\",\"user_sys_id\":\"\",\"name\":\"Marcela\","
                                + "\"element\":\"comments\",\"value\":\"<p>Falta la foto</p>\"},"
                                + "{\"sys_id\":\"" + FakeTable.key(8)
                                + "\",\"sys_created_on\":\"2026-02-03 13:59:30\",\"name\":\"Marcela\","
                                + "\"element\":\"work_notes\",\"value\":\"no decir\"}]}")));

        assertThat(round().get(0).messages()).extracting(RemoteMessage::text).containsExactly("Falta la foto");
        assertThat(serviceNow.messages(new TicketId(FakeTable.key(7)))).hasSize(1);
    }

    private void activities(int ticket, String entries) {
        instance.on(
                "GET",
                "/api/sn_customerservice/case/" + FakeTable.key(ticket) + "/activities",
                Reply.json(
                        200,
                        Connected.result(
                                "{\"user_sys_id\":\"" + FakeTable.key(70) + "\",\"entries\":[" + entries + "]}")));
    }

    private static String activity(int key, int user, String text) {
        return "{\"sys_id\":\"" + FakeTable.key(key)
                + "\",\"sys_created_on\":\"2026-02-03 13:59:30\",\"user_sys_id\":\"" + FakeTable.key(user)
                + "\",\"name\":\"N" + user + "\",\"element\":\"comments\",\"value\":\"" + text + "\"}";
    }

    @Test
    void theCaseApiTellsWhichWordsAreOurs() {
        addCases(7, 8, "2026-02-03 13:59:30");
        instance.on("GET", JOURNAL, Reply.error(403, "Insufficient rights to query records", "No permission"));
        activities(7, activity(1, 70, "Ana (portal): <b>hola</b>") + "," + activity(2, 71, "<b>Buenas</b>"));

        List<RemoteMessage> messages = round().get(0).messages();

        assertThat(messages).extracting(message -> message.author().us()).containsExactly(true, false);
        assertThat(messages).extracting(RemoteMessage::text).containsExactly("Ana (portal): <b>hola</b>", "Buenas");
    }

    @Test
    void anEmptyJournalThatWasNeverSeenOtherwiseIsNotBelieved() {
        addCases(7, 8, "2026-02-03 13:59:30");
        activities(7, activity(1, 71, "hola"));
        TicketId ticket = new TicketId(FakeTable.key(7));
        assertThat(round().get(0).messages()).isEmpty();

        assertThat(serviceNow.messages(ticket)).extracting(RemoteMessage::text).containsExactly("hola");
        assertThat(round().get(0).messages()).extracting(RemoteMessage::text).containsExactly("hola");

        journal.rows.add(entry(1, "comments", "marcela", "2026-02-03 13:59:30", "por fin"));
        assertThat(round().get(0).messages()).extracting(RemoteMessage::text).containsExactly("por fin");
        assertThat(serviceNow.messages(ticket)).isEmpty();
    }

    @Test
    void whoComparesEverythingFindsOutThatTheJournalIsHidden() {
        addCases(7, 9, "2026-02-03 13:59:30");
        activities(7, activity(1, 71, "hola"));
        activities(8, activity(2, 71, "buenas"));

        Changes all = serviceNow.survey(List.of(new TicketId(FakeTable.key(7)), new TicketId(FakeTable.key(8))));

        assertThat(all.messages()).extracting(RemoteMessage::text).containsExactly("hola", "buenas");
    }

    @Test
    void aTicketThatIsClosedToUsKeepsNoOtherAway() {
        addCases(7, 9, "2026-02-03 13:59:30");
        Reply closed = Reply.error(403, "Insufficient rights to query records", "No permission");
        instance.on("GET", JOURNAL, closed);
        instance.on("GET", "/api/sn_customerservice/case/" + FakeTable.key(7) + "/activities", closed);
        activities(8, activity(1, 71, "hola"));

        assertThat(round().get(0).messages()).extracting(RemoteMessage::text).containsExactly("hola");
    }

    @Test
    void aFileThatIsScannedIsToldOfAgain() {
        files.rows.add(file(1, "sn_customerservice_case", "a.pdf", "pending", "2026-02-03 13:59:00"));
        assertThat(round().get(0).files())
                .extracting(RemoteFile::readiness)
                .containsExactly(RemoteFile.Readiness.PENDING);
        files.date = "Tue, 03 Feb 2026 14:10:00 GMT";
        files.rows.add(file(2, "task", "b.pdf", "", "2026-02-03 14:09:00"));
        round();
        files.rows.get(0).put("state", "available");

        assertThat(round().get(0).files())
                .extracting(RemoteFile::name, RemoteFile::readiness)
                .contains(org.assertj.core.groups.Tuple.tuple("a.pdf", RemoteFile.Readiness.READY));
    }

    @Test
    void onlyFilesOfTicketsCome() {
        files.rows.add(file(1, "ZZ_YYsn_customerservice_case", "thumb.png", "", "2026-02-03 13:59:00"));
        files.rows.add(file(2, "incident", "x.pdf", "", "2026-02-03 13:59:00"));
        files.rows.add(file(3, "task", "y.pdf", "not_available", "2026-02-03 13:59:00"));

        assertThat(round().get(0).files()).extracting(RemoteFile::name).containsExactly("y.pdf");
        assertThat(serviceNow.files(TICKET))
                .extracting(RemoteFile::readiness)
                .containsExactly(RemoteFile.Readiness.WITHHELD);
    }

    @Test
    void aLongJournalComesWhole() {
        for (int i = 0; i < 250; i++) {
            journal.rows.add(entry(i + 1, "comments", "marcela", "2026-02-03 13:59:58", "texto " + i));
        }

        assertThat(serviceNow.messages(TICKET))
                .hasSize(250)
                .isSortedAccordingTo(java.util.Comparator.comparing(RemoteMessage::id));
    }

    @Test
    void aWatermarkIsReadBackAsItWasWritten() {
        FeedPosition some = FeedPosition.startingAt(Instant.ofEpochSecond(1_700_000_000))
                .reaching(new FeedPosition.Place(Instant.ofEpochSecond(1_700_000_100), "ab"), true)
                .skipping(100, true);

        assertThat(FeedPosition.parse(some.toString())).isEqualTo(some);
        assertThat(ChangeFeed.Positions.parse(watermark.value()).toString()).isEqualTo(watermark.value());
    }
}
