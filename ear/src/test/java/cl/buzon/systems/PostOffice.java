package cl.buzon.systems;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A portal of its own with the demo data and a mail server, whose letters everybody here may read. It writes no reports as
 * files, as if all that it may write at once were being written.
 */
public final class PostOffice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/csm/(\\S+)");

    private final int port;
    private final RunningPortal portal;
    private final Chromium chromium;
    private GreenMail server;

    private PostOffice(int port, GreenMail server, RunningPortal portal, Chromium chromium) {
        this.port = port;
        this.server = server;
        this.portal = portal;
        this.chromium = chromium;
    }

    static PostOffice start(Chromium chromium) {
        int port = freePort();
        GreenMail server = open(port);
        RunningPortal portal = RunningPortal.start(
                "post-office",
                TestBuild.ear(),
                Map.of(
                        "BUZON_DEMO", "true",
                        "BUZON_SMTP_HOST", "localhost",
                        "BUZON_SMTP_PORT", Integer.toString(port),
                        "BUZON_MAIL_COLLECT", "PT8S",
                        "BUZON_EXPORTS_PARALLEL", "0",
                        "BUZON_MAIL_PAUSES", "PT1S"));
        return new PostOffice(port, server, portal, chromium);
    }

    /** A letter that has arrived. */
    public record Letter(String subject, String text, String html) {

        /** Its first link, relative to the portal's first page. */
        public String link() {
            Matcher found = LINK.matcher(text);
            if (!found.find()) {
                throw new AssertionError("no link in:\n" + text);
            }
            return found.group(1);
        }
    }

    public RunningPortal portal() {
        return portal;
    }

    public Api api() {
        return Api.of(portal);
    }

    public BackOffice backOffice() {
        return BackOffice.of(portal);
    }

    public Browser browser() {
        return new Browser(chromium, portal);
    }

    /** All letters to somebody with these words in the subject, the oldest first. */
    public List<Letter> letters(String to, String words) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, to))
                .map(PostOffice::read)
                .filter(letter -> letter.subject().contains(words))
                .toList();
    }

    /** Waits until so many have arrived, and takes the last. */
    public Letter arrival(int count, String to, String words) {
        await().atMost(PATIENCE).until(() -> letters(to, words).size() >= count);
        return letters(to, words).get(count - 1);
    }

    /** Waits until there is one. */
    public Letter arrival(String to, String words) {
        return arrival(1, to, words);
    }

    /** Nobody answers there any more; what has arrived is forgotten. */
    public void shut() {
        server.stop();
    }

    public void reopen() {
        server = open(port);
    }

    @Override
    public void close() {
        portal.close();
        server.stop();
    }

    private static GreenMail open(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Letter read(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new Letter(
                    message.getSubject(), ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"), (String)
                            parts.getBodyPart(1).getContent());
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
