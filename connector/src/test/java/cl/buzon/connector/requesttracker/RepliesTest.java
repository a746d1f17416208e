package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.FailuresTest.failure;
import static cl.buzon.connector.requesttracker.ScriptedTracker.CORRESPOND;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static cl.buzon.connector.requesttracker.ScriptedTracker.said;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our words, and files, which lie on replies as well. */
class RepliesTest {

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    private static OutgoingFile file(String name, String type) {
        byte[] bytes = "hola".getBytes(StandardCharsets.UTF_8);
        return new OutgoingFile(name, type, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static RemoteFile remote(String id, long size) {
        return new RemoteFile(
                id, TICKET, new RemoteAuthor("Ana", null, false), Instant.EPOCH, "a", size, RemoteFile.Readiness.READY);
    }

    private void takes(String parts) {
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));
        tracker.on("POST", CORRESPOND, said());
        tracker.on("POST", ROOT + "/attachments", Reply.json(200, "{\"items\":[" + parts + "]}"));
    }

    @Test
    void nobodyRepliesToWhatIsDeletedForThatWouldBringItBack() {
        tracker.reads("7", ticket(json("7", "deleted", "CS0001001"), 40));

        assertThat(failure(() -> tracker.system.say(TICKET, "hola"))).isInstanceOf(RemoteFailure.Gone.class);

        assertThat(tracker.asked("POST", CORRESPOND)).isEmpty();
    }

    @Test
    void whatVanishesUnderAReplyIsGone() {
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40), Reply.message(404, "Not Found"));
        tracker.on("POST", CORRESPOND, Reply.message(400, "Permission Denied"));

        assertThat(failure(() -> tracker.system.say(TICKET, "hola"))).isInstanceOf(RemoteFailure.Gone.class);
    }

    @Test
    void aReplyToWhatIsNewOrSolvedSaysItsStatusAgain() {
        tracker.reads("7", ticket(json("7", "resolved", "CS0001001"), 40));
        tracker.on("POST", CORRESPOND, said());

        Ticket told = tracker.system.say(TICKET, "gracias");

        assertThat(told.stamp().revision()).as("what was looked at").isEqualTo(40);
        assertThat(told.fields().get(TicketField.STATE)).contains("RESOLVED");
        assertThat(tracker.asked("POST", CORRESPOND).get(0).body()).contains("\"Status\":\"resolved\"");
    }

    @Test
    void severalRepliesLookOnce() {
        tracker.reads("7", ticket(json("7", "stalled", "CS0001001"), 40));
        tracker.on("POST", CORRESPOND, said());

        tracker.system.say(TICKET, "uno");
        tracker.system.say(TICKET, "dos");

        assertThat(tracker.asked("GET", ROOT + "/ticket/7")).hasSize(1);
        assertThat(tracker.asked("POST", CORRESPOND)).hasSize(2).noneMatch(one -> one.body()
                .contains("Status"));
    }

    @Test
    void aFileGoesByItsNameAndAsBytes() {
        takes("{\"id\":\"44\",\"TransactionId\":\"96\",\"Filename\":\"año.txt\",\"ContentLength\":\"4\"}");

        RemoteFile stored = tracker.system.attach(TICKET, file("año.txt", "text/plain; charset=ISO-8859-1"));

        assertThat(stored.id()).isEqualTo("t000000000096-000000000044");
        assertThat(tracker.asked("POST", CORRESPOND).get(0).body())
                .contains("filename=\"año.txt\"", "application/octet-stream", "\r\n\r\n{}\r\n", "\r\n\r\nhola\r\n");
    }

    @Test
    void aFileThatWasCutIsToldWithItsSize() {
        takes("{\"id\":\"44\",\"TransactionId\":\"96\",\"Filename\":\"a.pdf\",\"ContentLength\":\"3\"}");

        assertThat(tracker.system
                        .attach(TICKET, file("a.pdf", "application/pdf"))
                        .size())
                .isEqualTo(3);
    }

    /** Whatever becomes of the look after it: whoever believed that there is no file would send it again. */
    @ParameterizedTest
    @ValueSource(ints = {503, 429, 401, 403, 404})
    void aFileThatCannotBeLookedAtMayBeThere(int status) {
        takes("");
        tracker.on("POST", ROOT + "/attachments", Reply.message(status, "Not now"));

        assertThatThrownBy(() -> tracker.system.attach(TICKET, file("a.pdf", "application/pdf")))
                .isInstanceOfSatisfying(RemoteFailure.OutcomeUnknown.class, unknown -> assertThat(unknown.mayStillRun())
                        .isFalse());
    }

    @Test
    void aNameIsToldAsItIsKept() {
        assertThat(tracker.system.fileName("Boleta \"copia\".pdf"))
                .isEqualTo("Boleta _copia_.pdf")
                .isEqualTo(tracker.system.fileName("Boleta _copia_.pdf"));
    }

    @Test
    void aFileThatIsNotSeenAfterwardsMayBeThere() {
        takes("");

        assertThatThrownBy(() -> tracker.system.attach(TICKET, file("a.pdf", "application/pdf")))
                .isInstanceOf(RemoteFailure.OutcomeUnknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\"b/c\\d.txt', a_b_c_d.txt",
        "'a\r\nX-Evil: 1.txt', aX-Evil: 1.txt",
        "'  ', archivo",
        "0, archivo",
        "'x;y.txt', x;y.txt"
    })
    void noNameEndsItsHeader(String name, String sent) {
        assertThat(Multipart.name(name)).isEqualTo(sent);
    }

    @Test
    void bytesAreFetchedAsTheyWereGiven() throws IOException {
        tracker.on(
                "GET",
                "/Ticket/Attachment/96/44/file",
                new Reply(200, Map.of("Content-Type", "application/pdf"), "hola"));

        try (InputStream in = tracker.system.open(remote("t000000000096-000000000044", 4))) {
            assertThat(in.readAllBytes()).asString().isEqualTo("hola");
        }
    }

    @Test
    void aFileThatIsShorterThanSaidIsNone() throws IOException {
        tracker.on(
                "GET",
                "/Ticket/Attachment/96/44/file",
                new Reply(200, Map.of("Content-Type", "application/pdf"), "hol"));

        try (InputStream in = tracker.system.open(remote("t000000000096-000000000044", 4))) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(RemoteFailure.Unreachable.class);
        }
    }

    @Test
    void aTextOfAnotherEncodingMayHaveAnotherLength() throws IOException {
        tracker.on(
                "GET",
                "/Ticket/Attachment/96/44/file",
                new Reply(200, Map.of("Content-Type", "text/plain;charset=iso-8859-1"), "hola"));

        try (InputStream in = tracker.system.open(remote("t000000000096-000000000044", 5))) {
            assertThat(in.readAllBytes()).hasSize(4);
        }
    }

    @Test
    void whatIsNotThereIsGoneAndALoginPageIsNoFile() {
        tracker.on("GET", "/Ticket/Attachment/96/44/file", Reply.page(404, "<title>RT Error</title>"));
        tracker.on(
                "GET",
                "/Ticket/Attachment/96/45/file",
                new Reply(302, Map.of("Location", "http://x/NoAuth/Login.html"), ""));

        assertThatThrownBy(() -> tracker.system.open(remote("t000000000096-000000000044", 4)))
                .isInstanceOf(RemoteFailure.Gone.class);
        assertThatThrownBy(() -> tracker.system.open(remote("t000000000096-000000000045", 4)))
                .isInstanceOf(RemoteFailure.Unauthorized.class);
        assertThatThrownBy(() -> tracker.system.open(remote("44", 4))).isInstanceOf(RemoteFailure.Gone.class);
    }
}
