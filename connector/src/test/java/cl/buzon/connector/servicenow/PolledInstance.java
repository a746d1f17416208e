package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Watermark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An instance with tables of cases, comments and files, and whoever polls it, who has done so once. */
final class PolledInstance extends ScriptedInstance {

    static final String FILES = "/api/now/attachment";

    /** What whoever may not read the journal is told. */
    static final Reply CLOSED = Reply.error(403, "Insufficient rights to query records", "No permission");

    final MovableClock clock = new MovableClock();
    final ServiceNow serviceNow = Connected.to(url(), clock);
    final FakeTable cases = new FakeTable("sys_updated_on");
    final FakeTable journal = new FakeTable("sys_created_on");
    final FakeTable files = new FakeTable("sys_created_on");
    Watermark watermark = Watermark.START;

    PolledInstance() {
        on("GET", CASES, cases::answer);
        on("GET", JOURNAL, journal::answer);
        on("GET", FILES, files::answer);
        round();
        asked.clear();
    }

    /** Polls until nothing more waits. */
    List<Changes> round() {
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

    /** The keys of the cases that are told. */
    static Set<String> tickets(List<Changes> pages) {
        Set<String> keys = new TreeSet<>();
        pages.forEach(
                page -> page.tickets().forEach(ticket -> keys.add(ticket.id().value())));
        return keys;
    }

    void tenMinutesLater() {
        dated("Tue, 03 Feb 2026 14:10:00 GMT");
        clock.forward(Duration.ofMinutes(10));
    }

    void dated(String date) {
        cases.date = date;
        journal.date = date;
        files.date = date;
    }

    void addCases(int from, int to, String at) {
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

    static Map<String, String> entry(int key, String element, String author, String at, String text) {
        return new HashMap<>(Map.of(
                "sys_id", FakeTable.key(key),
                "element", element,
                "element_id", TICKET.value(),
                "name", "task",
                "sys_created_by", author,
                "sys_created_on", at,
                "value", text));
    }

    static Map<String, String> file(int key, String table, String name, String state, String at) {
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

    /** Where the Case API tells what was said on a case. */
    static String activities(int ticket) {
        return "/api/sn_customerservice/case/" + FakeTable.key(ticket) + "/activities";
    }

    void tellsActivities(int ticket, String... entries) {
        on(
                "GET",
                activities(ticket),
                result("{\"user_sys_id\":\"" + FakeTable.key(70) + "\",\"entries\":[" + String.join(",", entries)
                        + "]}"));
    }

    /** What a user has said; the user 70 is us. */
    static String activity(int key, int user, String text) {
        return "{\"sys_id\":\"" + FakeTable.key(key)
                + "\",\"sys_created_on\":\"2026-02-03 13:59:30\",\"user_sys_id\":\"" + FakeTable.key(user)
                + "\",\"name\":\"N" + user + "\",\"element\":\"comments\",\"value\":\"" + text + "\"}";
    }
}
