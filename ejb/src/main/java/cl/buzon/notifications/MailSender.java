package cl.buzon.notifications;

import cl.buzon.notifications.MailSettings.Tls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Gives one mail to the mail server, and says what came of it. The same mail has the same name in every attempt, so that
 * who gets it twice can tell.
 */
@ApplicationScoped
public class MailSender {

    private static final String CONNECT_MILLIS = "10000";
    private static final String SILENCE_MILLIS = "20000";

    /**
     * What a mail server says of an address that takes no mail: 5.1.x and 5.2.1 (RFC 3463), or 550, 551, 553 without such a
     * code (RFC 5321, 4.2.3). 5.7.x is about us, not about the address.
     */
    private static final Pattern NO_SUCH_ADDRESS =
            Pattern.compile("(?s)5\\d\\d[ -]5\\.(1\\.\\d+|2\\.1)\\b.*|55[013][ -](?!\\d\\.\\d+\\.\\d).*");

    private final MailSettings settings;
    private final Session session;

    /** For the proxy that the container makes. */
    @SuppressWarnings("NullAway")
    protected MailSender() {
        this.settings = null;
        this.session = null;
    }

    @Inject
    public MailSender(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", SILENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", SILENCE_MILLIS);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String startTls = Boolean.toString(settings.tls() == Tls.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty("mail.mime.charset", "UTF-8");
        return properties;
    }

    public Outcome send(Dispatch dispatch) {
        try (Transport transport = session.getTransport()) {
            MimeMessage message = message(dispatch);
            transport.connect(
                    Objects.requireNonNull(settings.host()),
                    settings.serverPort(),
                    settings.user(),
                    settings.password());
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.SENT;
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private MimeMessage message(Dispatch dispatch) throws MessagingException {
        String here = settings.publicUrl().getHost();
        MimeMessage message = new Named(session, "<" + dispatch.mail() + "@" + here + ">");
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(dispatch.address(), true));
        message.setSubject(dispatch.letter().subject(), "UTF-8");
        message.setSentDate(Date.from(dispatch.written()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (dispatch.thread() != null) {
            message.setHeader("References", "<" + dispatch.thread() + "@" + here + ">");
        }
        message.setContent(new MimeMultipart(
                "alternative",
                part(dispatch.letter().text(), "plain"),
                part(dispatch.letter().html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        return part;
    }

    /** Keeps its name when it is saved. */
    private static final class Named extends MimeMessage {

        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }

    private static Outcome outcome(MessagingException thrown) {
        String answer = null;
        boolean ofAddress = thrown instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
        for (Exception e = thrown; e != null; e = next(e)) {
            Trouble known = trouble(e, ofAddress);
            if (known != null) {
                return new Outcome(known, e.getMessage());
            }
            answer = e.getMessage() == null ? answer : e.getMessage();
        }
        boolean encryption = answer != null && answer.contains("STARTTLS");
        return new Outcome(encryption ? Trouble.TLS_FAILED : Trouble.BROKEN_OFF, answer);
    }

    private static @Nullable Exception next(Exception e) {
        if (e instanceof MessagingException mail) {
            return mail.getNextException();
        }
        return e.getCause() instanceof Exception cause ? cause : null;
    }

    /** @param ofAddress whether it is the address that was not taken, rather than the mail */
    private static @Nullable Trouble trouble(Exception e, boolean ofAddress) {
        if (e instanceof AuthenticationFailedException) {
            return Trouble.SIGN_IN_REFUSED;
        }
        if (e instanceof SendFailedException && e.getMessage() != null) {
            return refusal(e.getMessage(), ofAddress);
        }
        if (e instanceof UnknownHostException) {
            return Trouble.UNKNOWN_HOST;
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return Trouble.NOT_REACHABLE;
        }
        if (e instanceof SSLException) {
            return Trouble.TLS_FAILED;
        }
        return e instanceof SocketTimeoutException ? Trouble.TIMEOUT : null;
    }

    /** Only where the server's own answer is at hand. */
    private static @Nullable Trouble refusal(String said, boolean ofAddress) {
        if (ofAddress && NO_SUCH_ADDRESS.matcher(said).matches()) {
            return Trouble.ADDRESS_REFUSED;
        }
        return said.matches("(?s)[45]\\d\\d[ -].*") ? Trouble.NOT_TAKEN : null;
    }
}
