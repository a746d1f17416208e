package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalJsonTest {

    @Test
    void aProgramReadsWhyItWasTurnedAway() {
        assertThat(RefusalJson.json(401, "UNAUTHENTICATED", Locale.ENGLISH))
                .startsWith("{\"type\":\"/csm/api/docs#UNAUTHENTICATED\",\"title\":\"Not signed in\",\"status\":401,")
                .endsWith("\"code\":\"UNAUTHENTICATED\",\"errors\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNAUTHENTICATED", "SESSION_ENDED", "OTHER_SITE", "PASSWORD_CHANGE_REQUIRED"})
    void everyReasonHasItsOwnWords(String code) {
        String other = RefusalJson.json(401, "NO_SUCH_CODE", Locale.ENGLISH).replace("NO_SUCH_CODE", code);

        assertThat(RefusalJson.json(401, code, Locale.ENGLISH)).isNotEqualTo(other);
    }

    @Test
    void spanishIsSpokenUnlessEnglishIsWishedForBefore() {
        assertThat(RefusalJson.language(List.of())).isEqualTo(Locale.forLanguageTag("es-CL"));
        assertThat(RefusalJson.language(List.of(Locale.forLanguageTag("es"), Locale.ENGLISH)))
                .isEqualTo(Locale.forLanguageTag("es-CL"));
        assertThat(RefusalJson.language(List.of(Locale.FRENCH, Locale.UK))).isEqualTo(Locale.ENGLISH);
    }
}
