package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.PolledInstance.entry;
import static cl.buzon.connector.servicenow.PolledInstance.file;
import static cl.buzon.connector.servicenow.PolledInstance.tickets;
import static cl.buzon.connector.servicenow.ScriptedInstance.CASES;
import static cl.buzon.connector.servicenow.ScriptedInstance.JOURNAL;
import static cl.buzon.connector.servicenow.ScriptedInstance.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Watermark;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rounds of polls: everything comes, nothing of others, and none of it with every round. */
class ChangeFeedTest {

    @AutoClose
    private final PolledInstance instance = new PolledInstance();

    @Test
    void anIdleRoundCostsThreeCalls() {
        List<Changes> pages = instance.round();

        assertThat(pages).hasSize(1);
        assertThat(instance.asked).hasSize(3);
        assertThat(instance.asked.get(0).query())
                .isEqualTo("correlation_idISNOTEMPTY^sys_updated_on>=2026-02-03 13:57:55"
                        + "^ORDERBYsys_updated_on^ORDERBYsys_id");
        assertThat(instance.asked.get(1).query()).startsWith("element=comments^sys_created_on>=");
    }

    @Test
    void threeHundredRowsOfOneSecondAllCome() {
        instance.addCases(1, 301, "2026-02-03 13:59:30");
        instance.addCases(301, 310, "2026-02-03 13:59:31");

        List<Changes> pages = instance.round();

        assertThat(tickets(pages)).hasSize(309);
        assertThat(instance.asked).hasSize(6);
    }

    @Test
    void hiddenRowsNeverEndARound() {
        instance.addCases(1, 450, "2026-02-03 13:59:30");
        instance.cases.hidden = row -> Integer.parseInt(row.getOrDefault("sys_id", ""), 16) < 350;

        assertThat(tickets(instance.round())).hasSize(100);

        instance.cases.hidden = row -> Integer.parseInt(row.getOrDefault("sys_id", ""), 16) % 3 != 0;
        assertThat(tickets(instance.round())).hasSize(149);
    }

    @Test
    void whereNobodyCountsAShortPageIsNoEnd() {
        instance.addCases(1, 250, "2026-02-03 13:59:30");
        instance.cases.counts = false;
        instance.cases.hidden = row -> Integer.parseInt(row.getOrDefault("sys_id", ""), 16) % 3 != 0;

        assertThat(tickets(instance.round())).hasSize(83);
    }

    @Test
    void aWidenedAnswerBringsNobodyElsesCases() {
        instance.on(
                "GET",
                CASES,
                rows(
                        "{\"sys_id\":\"" + FakeTable.key(7)
                                + "\",\"correlation_id\":\"\",\"state\":\"1\",\"sys_updated_on\":\"2026-02-03 13:59:59\"}",
                        "{\"sys_id\":\"" + FakeTable.key(8)
                                + "\",\"correlation_id\":\"JIRA-7\",\"state\":\"1\",\"sys_updated_on\":\"2026-02-03 13:59:59\"}"));

        assertThat(tickets(instance.round())).isEmpty();
    }

    @Test
    void rowsOfAQuietHourComeOnceAndNotWithEveryRound() {
        instance.addCases(1, 301, "2026-02-03 13:59:58");
        assertThat(tickets(instance.round())).hasSize(300);
        instance.tenMinutesLater();
        instance.round();
        instance.asked.clear();

        assertThat(tickets(instance.round())).isEmpty();
        assertThat(instance.asked).hasSize(3);
    }

    @Test
    void whatIsClosedForAWhileIsReadLater() {
        Reply closed = Reply.error(403, "User Not Authorized", "Failed API level ACL Validation");
        instance.on("GET", JOURNAL, closed);
        instance.journal.rows.add(entry(1, "comments", "marcela", "2026-02-03 13:59:58", "hola"));
        assertThat(instance.round().get(0).messages()).isEmpty();
        instance.tenMinutesLater();
        instance.round();

        instance.on("GET", JOURNAL, instance.journal::answer);

        assertThat(instance.round().get(0).messages())
                .extracting(RemoteMessage::text)
                .containsExactly("hola");
    }

    @Test
    void whatIsCommittedLateIsSeen() {
        instance.addCases(1, 2, "2026-02-03 13:59:59");
        instance.round();
        instance.addCases(2, 3, "2026-02-03 13:58:30");

        assertThat(tickets(instance.round())).hasSize(2);
    }

    @Test
    void rowsMayBeDatedOtherwiseThanAnswers() {
        instance.on(
                "POST",
                CASES,
                Reply.json(
                                201,
                                Connected.result(Connected.row(
                                                ",\"u_category\":\"DAMAGE\",\"u_tracking_number\":\"AB123456785CL\"")
                                        .replace("2026-02-03 13:59:58", "2026-02-03 13:00:00")))
                        .with("Date", "Tue, 03 Feb 2026 14:00:00 GMT"));
        instance.round();
        instance.serviceNow.create(Connected.wish("Caja rota", "Llegó rota"));
        instance.addCases(2, 3, "2026-02-03 13:00:05");

        assertThat(tickets(instance.round())).contains(FakeTable.key(2));
    }

    @Test
    void aClockThatIsSetBackHidesNothing() {
        instance.addCases(1, 2, "2026-02-03 14:00:00");
        instance.round();
        instance.dated("Tue, 03 Feb 2026 13:00:00 GMT");
        instance.round();
        instance.addCases(2, 3, "2026-02-03 13:00:05");

        assertThat(tickets(instance.round())).contains(FakeTable.key(2));
    }

    @Test
    void aTimeToComeIsNotBelieved() {
        instance.addCases(1, 2, "2030-01-01 00:00:00");
        instance.round();
        instance.addCases(2, 3, "2026-02-03 14:00:01");

        assertThat(tickets(instance.round())).contains(FakeTable.key(2));
    }

    @Test
    void aFileThatIsScannedIsToldOfAgain() {
        instance.files.rows.add(file(1, "sn_customerservice_case", "a.pdf", "pending", "2026-02-03 13:59:00"));
        assertThat(instance.round().get(0).files())
                .extracting(RemoteFile::readiness)
                .containsExactly(RemoteFile.Readiness.PENDING);
        instance.files.date = "Tue, 03 Feb 2026 14:10:00 GMT";
        instance.files.rows.add(file(2, "task", "b.pdf", "", "2026-02-03 14:09:00"));
        instance.round();
        instance.files.rows.get(0).put("state", "available");

        assertThat(instance.round().get(0).files())
                .extracting(RemoteFile::name, RemoteFile::readiness)
                .contains(org.assertj.core.groups.Tuple.tuple("a.pdf", RemoteFile.Readiness.READY));
    }

    @Test
    void onlyFilesOfTicketsCome() {
        instance.files.rows.add(file(1, "ZZ_YYsn_customerservice_case", "thumb.png", "", "2026-02-03 13:59:00"));
        instance.files.rows.add(file(2, "incident", "x.pdf", "", "2026-02-03 13:59:00"));
        instance.files.rows.add(file(3, "task", "y.pdf", "not_available", "2026-02-03 13:59:00"));

        assertThat(instance.round().get(0).files()).extracting(RemoteFile::name).containsExactly("y.pdf");
        assertThat(instance.serviceNow.files(TICKET))
                .extracting(RemoteFile::readiness)
                .containsExactly(RemoteFile.Readiness.WITHHELD);
    }

    @Test
    void aWatermarkOfAnotherSystemIsNoObstacle() {
        instance.watermark = new Watermark("rt:4711");

        assertThat(instance.round()).hasSize(1);
    }

    @Test
    void aWatermarkIsReadBackAsItWasWritten() {
        FeedPosition some = FeedPosition.startingAt(Instant.ofEpochSecond(1_700_000_000))
                .reaching(new FeedPosition.Place(Instant.ofEpochSecond(1_700_000_100), "ab"), true)
                .skipping(100, true);

        assertThat(FeedPosition.parse(some.toString())).isEqualTo(some);
        assertThat(ChangeFeed.Positions.parse(instance.watermark.value()).toString())
                .isEqualTo(instance.watermark.value());
    }
}
