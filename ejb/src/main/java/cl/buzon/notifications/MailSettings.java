package cl.buzon.notifications;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves the house.
 *
 * @param host of the mail server ({@code buzon.smtp.host}); absent: mails are kept
 * @param port of the mail server ({@code buzon.smtp.port}); absent: the usual one of {@code tls}
 * @param user at the mail server ({@code buzon.smtp.user}); absent: nobody signs in
 * @param password of the user ({@code buzon.smtp.password})
 * @param tls how the way there is encrypted ({@code buzon.smtp.tls})
 * @param from whose letters they are ({@code buzon.mail.from})
 * @param collect for how long news of a case are gathered before they are told ({@code buzon.mail.collect})
 * @param publicUrl the base of links ({@code buzon.public-url})
 * @param letterhead whose letters they are ({@code buzon.brand.*})
 */
public record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String password,
        Tls tls,
        String from,
        Duration collect,
        URI publicUrl,
        Letterhead letterhead) {

    /** Ways of encrypting. */
    public enum Tls {
        /** Begin plainly and refuse to go on without encryption. */
        STARTTLS(587),
        /** Encrypted from the first byte. */
        TLS(465),
        /** Readable for everybody on the way. */
        NONE(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** Whether there is somebody to give mails to. */
    public boolean hasServer() {
        return host != null;
    }

    int serverPort() {
        return port == null ? tls.usualPort : port;
    }

    /** @param path within the portal, beginning with a slash */
    public String link(String path) {
        return publicUrl.toString().replaceFirst("/+$", "") + path;
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + serverPort() + ", " + tls + "]";
    }
}
