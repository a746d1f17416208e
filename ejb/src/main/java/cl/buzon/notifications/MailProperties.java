package cl.buzon.notifications;

import cl.buzon.notifications.MailSettings.Tls;
import cl.buzon.shared.Palette;
import cl.buzon.shared.Pauses;
import cl.buzon.shared.Shade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of this area from MicroProfile Config. */
@ApplicationScoped
class MailProperties {

    /** To a mail server on this very machine nobody else reads along. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final String BRAND = "buzon.brand.";

    private static final String PAUSES = "buzon.mail.pauses";

    private static final List<Duration> USUAL_PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    @Produces
    @Dependent
    MailSettings settings(Config config) {
        return read(config);
    }

    @Produces
    @Dependent
    Pauses pauses(Config config) {
        List<Duration> lengths =
                config.getOptionalValues(PAUSES, Duration.class).orElse(USUAL_PAUSES);
        return new Pauses(PAUSES, lengths, () -> ThreadLocalRandom.current().nextDouble());
    }

    static MailSettings read(Config config) {
        URI publicUrl = URI.create(text(config, "buzon.public-url").orElse("http://localhost:8080/csm"));
        Optional<String> host = text(config, "buzon.smtp.host");
        return new MailSettings(
                host.orElse(null),
                config.getOptionalValue("buzon.smtp.port", Integer.class).orElse(null),
                text(config, "buzon.smtp.user").orElse(null),
                config.getOptionalValue("buzon.smtp.password", String.class).orElse(null),
                tls(text(config, "buzon.smtp.tls"), host.orElse("")),
                text(config, "buzon.mail.from").orElse("Portal de Reclamos <no-responder@" + publicUrl.getHost() + ">"),
                config.getOptionalValue("buzon.mail.collect", Duration.class).orElse(Duration.ofSeconds(10)),
                publicUrl,
                letterhead(config));
    }

    private static Letterhead letterhead(Config config) {
        return Letterhead.of(
                text(config, BRAND + "name"),
                text(config, BRAND + "mark").isEmpty(),
                Palette.read(name -> text(config, BRAND + name).flatMap(Shade::parse)));
    }

    private static Tls tls(Optional<String> wanted, String host) {
        if (wanted.isEmpty()) {
            return HERE.contains(host.toLowerCase(Locale.ROOT)) ? Tls.NONE : Tls.STARTTLS;
        }
        return switch (wanted.get().toLowerCase(Locale.ROOT)) {
            case "starttls" -> Tls.STARTTLS;
            case "tls" -> Tls.TLS;
            case "none" -> Tls.NONE;
            default -> throw new IllegalArgumentException("buzon.smtp.tls: starttls, tls or none");
        };
    }

    private static Optional<String> text(Config config, String property) {
        return config.getOptionalValue(property, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
