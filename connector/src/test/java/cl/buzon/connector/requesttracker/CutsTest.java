package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.Watermark;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too large for Request Tracker, as its settings TruncateLongAttachments and DropLongAttachments say. */
class CutsTest {

    private static final Watermark AT = new Watermark("rt1|100|0|0|");
    private static final int SIZE = 20_000;

    private final ScriptedTracker tracker = new ScriptedTracker();

    @BeforeEach
    void oneTicket() {
        tracker.on("GET", ROOT + "/tickets", Reply.json(200, "{\"items\":[" + json("7", "open", "CS0001001") + "]}"));
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 96));
        tracker.on(
                "POST",
                ROOT + "/ticket/7/correspond",
                Reply.json(201, "[\"Correspondence added\"]").with("Location", "/REST/2.0/transaction/101"));
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    private static String row(long id, String type, String more) {
        return "{\"id\":\"" + id + "\",\"Type\":\"" + type + "\",\"ObjectType\":\"RT::Ticket\",\"ObjectId\":\"7\","
                + "\"Created\":\"2026-02-03T13:59:00Z\",\"Creator\":{\"id\":\"mfuentes\"}" + more + "}";
    }

    private static String reply(long id) {
        return row(id, "Correspond", "");
    }

    private static String note(long id, String type, String file) {
        return row(
                id,
                type,
                ",\"Data\":" + (file.isEmpty() ? "null" : "\"" + file + "\"") + ",\"OldValue\":\"" + SIZE
                        + "\",\"NewValue\":\"10000\"");
    }

    private static String part(long id, String file, String type) {
        return "{\"id\":\"" + id + "\",\"TransactionId\":\"101\",\"Filename\":\"" + file + "\",\"ContentType\":\""
                + type
                + "\",\"ContentLength\":\"" + SIZE
                + "\",\"Created\":\"2026-02-03T13:59:00Z\",\"Content\":\"Large attachment"
                + " dropped\"}";
    }

    private void transactions(String... rows) {
        tracker.on(
                "GET",
                ROOT + "/transactions",
                asked -> Reply.json(
                        200,
                        Arrays.stream(rows)
                                .filter(row ->
                                        Long.parseLong(row.replaceFirst("\\{\"id\":\"(\\d+)\".*", "$1")) > after(asked))
                                .collect(Collectors.joining(",", "{\"items\":[", "]}"))));
    }

    private static long after(Asked asked) {
        return Long.parseLong(asked.parameters().getOrDefault("query", "").replaceFirst("(?s).*id > (\\d+).*", "$1"));
    }

    private void parts(String... parts) {
        tracker.on("POST", ROOT + "/attachments", Reply.json(200, "{\"items\":[" + String.join(",", parts) + "]}"));
    }

    private RemoteFile sent(String name, int size) {
        return tracker.system.attach(
                TICKET,
                new OutgoingFile(name, "application/pdf", size, () -> new ByteArrayInputStream(new byte[size])));
    }

    @Test
    void aFileThatWasTruncatedIsTold() {
        transactions(reply(101), note(102, Cuts.TRUNCATED, "a.pdf"));
        parts(part(14, "a.pdf", "application/pdf"), part(15, "b.pdf", "application/pdf"));

        assertThat(tracker.system.changes(AT).files())
                .extracting(file -> file.name() + " " + file.readiness())
                .containsExactly("a.pdf CUT", "b.pdf READY");
        assertThat(tracker.system.files(TICKET))
                .extracting(RemoteFile::readiness)
                .contains(RemoteFile.Readiness.CUT);
    }

    /** In its place lies a text that says so: as if it were what was sent, with its size. */
    @Test
    void aFileThatWasDroppedIsToldUnderItsOwnName() {
        transactions(reply(101), note(102, Cuts.DROPPED, "a.pdf"));
        parts(part(14, "a.pdf.txt", "text/plain"));

        assertThat(tracker.system.changes(AT).files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.pdf");
            assertThat(file.size()).isEqualTo(SIZE);
            assertThat(file.readiness()).isEqualTo(RemoteFile.Readiness.CUT);
        });
    }

    @Test
    void wordsThatWereDroppedOrTruncatedAreNotTakenForWhatWasSaid() {
        transactions(reply(101), note(102, Cuts.DROPPED, ""));
        parts(part(14, "", "text/plain"));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.messages()).isEmpty();
        assertThat(changes.files())
                .extracting(file -> file.name() + " " + file.readiness())
                .containsExactly("mensaje-14.txt CUT");
        assertThat(tracker.system.messages(TICKET)).isEmpty();
    }

    /** The page before may have told it as whole. */
    @Test
    void aNoteWithoutItsReplyMakesSomebodyLook() {
        transactions(note(102, Cuts.TRUNCATED, "a.pdf"));

        assertThat(tracker.system.changes(AT).missed()).containsExactly(TICKET);
    }

    @Test
    void whatBecameOfOursIsAskedAfterIt() {
        transactions(note(102, Cuts.TRUNCATED, "a.pdf"));
        parts(part(14, "a.pdf", "application/pdf"));

        RemoteFile kept = sent("a.pdf", SIZE);

        assertThat(kept.readiness()).isEqualTo(RemoteFile.Readiness.CUT);
        assertThat(kept.size()).isEqualTo(10_000);
    }

    @Test
    void ofWhatWasDroppedNothingIsKept() {
        transactions(note(102, Cuts.DROPPED, "a.pdf"));
        parts(part(14, "a.pdf.txt", "text/plain"));

        RemoteFile kept = sent("a.pdf", SIZE);

        assertThat(kept.readiness()).isEqualTo(RemoteFile.Readiness.CUT);
        assertThat(kept.name()).isEqualTo("a.pdf");
        assertThat(kept.size()).isZero();
    }

    /** Each call costs it a lot, and what it has room for it has room for tomorrow as well. */
    @Test
    void afterALargeOneThatIsWholeSmallerOnesAreNotAskedFor() {
        parts(part(14, "a.pdf", "application/pdf"));
        sent("a.pdf", SIZE);
        parts(part(15, "b.pdf", "application/pdf").replace("" + SIZE, "" + SIZE / 4 * 3));
        sent("b.pdf", SIZE / 4 * 3);
        assertThat(tracker.asked("GET", ROOT + "/transactions")).hasSize(1);
        parts(part(16, "c.pdf", "application/pdf").replace("" + SIZE, "" + (SIZE - 1)));

        sent("c.pdf", SIZE - 1);

        assertThat(tracker.asked("GET", ROOT + "/transactions"))
                .as("bytes may have less room than texts")
                .hasSize(2);
    }
}
