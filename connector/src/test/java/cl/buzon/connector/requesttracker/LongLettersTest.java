package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers with markup that are larger than an answer of REST2 may be: with pictures in them. */
class LongLettersTest {

    private static final String SOURCE = "/Ticket/Attachment/101/14/file";
    private static final String PICTURE =
            "<img alt='a > b' src=\"data:image/png;base64," + "A".repeat(5_000_000) + "\">";

    private final ScriptedTracker tracker = new ScriptedTracker();

    @BeforeEach
    void oneLetter() {
        tracker.on(
                "GET",
                ROOT + "/transactions",
                asked -> Reply.json(
                        200,
                        asked.parameters().getOrDefault("query", "").endsWith("id > 0")
                                ? "{\"items\":[{\"id\":\"101\",\"Type\":\"Correspond\",\"ObjectType\":\"RT::Ticket\",\"ObjectId\":\"7\","
                                        + "\"Creator\":{\"id\":\"mfuentes\"}}]}"
                                : "{\"items\":[]}"));
        tracker.on(
                "POST",
                ROOT + "/attachments",
                Reply.json(
                        200,
                        "{\"items\":[{\"id\":\"14\",\"TransactionId\":\"101\",\"Filename\":\"\",\"ContentType\":\"text/html\","
                                + "\"ContentLength\":\"5000100\"}]}"));
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    private void comes(String type, String body) {
        tracker.on("GET", SOURCE, new Reply(200, Map.of("Content-Type", type), body));
    }

    @Test
    void theirWordsAreToldAndAllOfThemIsAFile() {
        comes("text/plain;charset=utf-8", "<p>Se pagará mañana</p>" + PICTURE + "<p>Saludos</p>");

        assertThat(tracker.system.messages(TICKET))
                .extracting(RemoteMessage::text)
                .containsExactly("Se pagará mañana\nSaludos");
        assertThat(tracker.system.files(TICKET)).extracting(RemoteFile::name).containsExactly("mensaje-14.html");
    }

    @Test
    void wordsWithoutEndAreToldAsFarAsThereIsRoom() {
        comes("text/plain;charset=utf-8", "<p>palabra</p>".repeat(400_000));

        assertThat(tracker.system.messages(TICKET)).singleElement().satisfies(message -> assertThat(message.text())
                .hasSizeLessThan((int) Contents.LONGEST)
                .startsWith("palabra\npalabra")
                .endsWith("[…]"));
    }

    /** What comes as a page may be anybody's, and must not be told to customers as an executive's words. */
    @Test
    void aPageInTheirPlaceIsNobodysWords() {
        comes("text/html;charset=utf-8", "<p>Your instance is asleep</p>");

        assertThat(tracker.system.messages(TICKET)).isEmpty();
        assertThat(tracker.system.files(TICKET)).hasSize(1);
    }

    @Test
    void whoDoesNotGiveThemIsAskedAgain() {
        tracker.on("GET", SOURCE, Reply.page(503, "<html>Maintenance"));

        assertThatThrownBy(() -> tracker.system.messages(TICKET)).isInstanceOf(RemoteFailure.Unreachable.class);
    }
}
