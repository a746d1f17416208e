package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RefusalJsonTest {

    private final ResourceBundle spanish = RefusalJson.texts(List.of());
    private final ResourceBundle english = RefusalJson.texts(List.of(Locale.FRENCH, Locale.UK));

    @Test
    void aProgramReadsWhyItWasTurnedAway() {
        assertThat(RefusalJson.json(401, "UNAUTHENTICATED", english))
                .isEqualTo("{\"type\":\"/csm/api/docs#UNAUTHENTICATED\",\"title\":\"Not signed in\",\"status\":401,"
                        + "\"detail\":\"A valid token is missing. Send it in the header Authorization: Bearer.\","
                        + "\"code\":\"UNAUTHENTICATED\",\"errors\":[]}");
    }

    @Test
    void spanishIsSpokenUnlessEnglishIsWishedForBefore() {
        assertThat(RefusalJson.texts(List.of(Locale.FRENCH)).getString("title.UNAUTHENTICATED"))
                .isEqualTo("Falta identificarse");
        assertThat(RefusalJson.texts(List.of(Locale.forLanguageTag("es"), Locale.ENGLISH))
                        .getString("title.UNAUTHENTICATED"))
                .isEqualTo("Falta identificarse");
    }

    @Test
    void englishIsCompleteAndNoTextBreaksTheJson() {
        assertThat(english.keySet()).isEqualTo(spanish.keySet());
        assertThat(List.of(spanish, english)).allSatisfy(texts -> assertThat(texts.keySet())
                .allSatisfy(key -> assertThat(texts.getString(key)).doesNotContain("\"", "\\", "\n")));
    }
}
