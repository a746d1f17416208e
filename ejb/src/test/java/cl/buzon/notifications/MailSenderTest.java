package cl.buzon.notifications;

import static cl.buzon.notifications.SomeMail.dispatch;
import static cl.buzon.notifications.SomeMail.letter;
import static cl.buzon.notifications.SomeMail.said;
import static cl.buzon.notifications.SomeMail.settings;
import static cl.buzon.notifications.SomeMail.story;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.notifications.MailSettings.Tls;
import cl.buzon.shared.CaseState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSenderTest {

    private static final String CAMILA = "camila@andessur.example";
    private static final Letter LETTER = letter(story(CaseState.OPEN, false, said("Hola")));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterArrivesAsTextAndAsHtml() throws Exception {
        Dispatch dispatch = dispatch(CAMILA, LETTER);

        Outcome outcome = sender(null, Tls.NONE).send(dispatch);

        assertThat(outcome).isEqualTo(Outcome.SENT);
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Marcela te respondió · CS0048213");
        assertThat(got.getFrom()[0].toString()).isEqualTo("Portal de Reclamos <no-responder@reclamos.example>");
        assertThat(got.getAllRecipients()[0].toString()).isEqualTo(CAMILA);
        assertThat(got.getMessageID()).isEqualTo("<" + dispatch.mail() + "@reclamos.example>");
        assertThat(got.getHeader("References")).containsExactly("<caso-1@reclamos.example>");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) got.getContent();
        assertThat(got.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(LETTER.text().replace("\n", "\r\n"));
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
        assertThat(parts.getCount()).isEqualTo(2);
    }

    @Test
    void aLineBreakInASubjectBeginsNoHeader() throws Exception {
        Letter evil = new Letter("Hola\r\nBcc: mala@mala.example\u2028\u0000x", "a", "b");

        sender(null, Tls.NONE).send(dispatch(CAMILA, evil));

        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Hola Bcc: mala@mala.example x");
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theUserSignsIn() {
        server.setUser(CAMILA, "cartero", "secreto-1");

        assertThat(sender("secreto-1", Tls.NONE).send(dispatch(CAMILA, LETTER))).isEqualTo(Outcome.SENT);
        assertThat(sender("otro", Tls.NONE).send(dispatch(CAMILA, LETTER)).trouble())
                .isEqualTo(Trouble.SIGN_IN_REFUSED);
    }

    @Test
    void nothingIsSentToAServerWithoutEncryption() {
        server.setUser(CAMILA, "cartero", "secreto-1");

        assertThat(sender("secreto-1", Tls.STARTTLS)
                        .send(dispatch(CAMILA, LETTER))
                        .trouble())
                .isEqualTo(Trouble.TLS_FAILED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateOfNobodyWeTrustIsNoServerOfOurs() {
        GreenMail encrypted = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        encrypted.start();
        try {
            MailSender sender =
                    new MailSender(settings("127.0.0.1", encrypted.getSmtps().getPort(), null, null, Tls.TLS));

            assertThat(sender.send(dispatch(CAMILA, LETTER)).trouble()).isEqualTo(Trouble.TLS_FAILED);
        } finally {
            encrypted.stop();
        }
    }

    @Test
    void aServerThatIsNotThereIsTroubleAndNoException() {
        int port = server.getSmtp().getPort();
        server.stop();

        MailSender sender = new MailSender(settings("127.0.0.1", port, null, null, Tls.NONE));

        assertThat(sender.send(dispatch(CAMILA, LETTER)).trouble()).isEqualTo(Trouble.NOT_REACHABLE);
        assertThat(new MailSender(settings("correo.invalid", port, null, null, Tls.NONE))
                        .send(dispatch(CAMILA, LETTER))
                        .trouble())
                .isEqualTo(Trouble.UNKNOWN_HOST);
    }

    /** Only what is said about the address counts against it; what is said about us is tried again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 No such user | ADDRESS_REFUSED",
                "RCPT | 550 No such user | ADDRESS_REFUSED",
                "RCPT | 553 5.1.3 Bad address | ADDRESS_REFUSED",
                "RCPT | 550 5.2.1 Mailbox disabled | ADDRESS_REFUSED",
                "RCPT | 550 5.7.1 Relaying denied | NOT_TAKEN",
                "RCPT | 554 5.7.1 Relay access denied | NOT_TAKEN",
                "RCPT | 530 Authentication required | NOT_TAKEN",
                "RCPT | 450 4.2.0 Greylisted | NOT_TAKEN",
                "RCPT | 452 4.2.2 Mailbox full | NOT_TAKEN",
                "MAIL | 451 Try later | NOT_TAKEN",
                "DATA | 550 Content rejected | NOT_TAKEN"
            })
    void aRefusalOfTheAddressIsToldFromOthers(String command, String answer, Trouble expected) {
        try (ScriptedMailServer scripted = ScriptedMailServer.start(Map.of(command, answer))) {
            Outcome outcome = new MailSender(settings("127.0.0.1", scripted.port(), null, null, Tls.NONE))
                    .send(dispatch(CAMILA, LETTER));

            assertThat(outcome.trouble()).isEqualTo(expected);
            assertThat(outcome.answer()).contains(answer);
        }
    }

    private MailSender sender(@Nullable String password, Tls tls) {
        return new MailSender(
                settings("127.0.0.1", server.getSmtp().getPort(), password == null ? null : "cartero", password, tls));
    }
}
