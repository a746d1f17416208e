package cl.buzon.notifications;

import cl.buzon.notifications.MailSettings.Tls;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters, stories and settings to test with. */
final class SomeMail {

    static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");
    static final Author MARCELA = new Author("Marcela Fuentes", true);
    static final MailSettings KEPT = settings(null, 0, null, null, Tls.NONE);

    private static final LocalText LABEL = new LocalText("Foto de la etiqueta", "Photo of the label");

    private SomeMail() {}

    static MailSettings settings(
            @Nullable String host, int port, @Nullable String user, @Nullable String password, Tls tls) {
        return new MailSettings(
                host,
                port,
                user,
                password,
                tls,
                "Portal de Reclamos <no-responder@reclamos.example>",
                Duration.ofSeconds(10),
                URI.create("https://reclamos.example/csm"),
                Letterhead.USUAL);
    }

    static CaseStory story(CaseState state, boolean quotes, News... news) {
        return new CaseStory(
                new CaseNumber("CS0048213"),
                "Lámpara de cerámica llegó rota",
                state,
                "CP473124829CL",
                CompensationState.UNDER_REVIEW,
                "Marcela Fuentes",
                state == CaseState.AWAITING_INFO ? List.of(LABEL) : List.of(),
                List.of(news),
                quotes);
    }

    static News.Moved moved(CaseState from, CaseState to, @Nullable String words) {
        return new News.Moved(MARCELA, from, to, words, NOON);
    }

    static News.Said said(String text) {
        return new News.Said(MARCELA, text, NOON);
    }

    static Letter letter(CaseStory story) {
        return new CaseLetters(KEPT).write("Camila Rojas", story, Language.ES);
    }

    static Dispatch dispatch(String address, Letter letter) {
        return new Dispatch(UUID.randomUUID(), UUID.randomUUID(), address, letter, "caso-1", NOON);
    }
}
