package cl.buzon.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.Fault;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextsTest {

    private static final Locale CHILE = Locale.forLanguageTag("es-CL");

    @ParameterizedTest
    @ValueSource(strings = {"faults", "problems"})
    void englishIsComplete(String bundle) {
        assertThat(bundle(bundle, Locale.ENGLISH).keySet())
                .containsExactlyInAnyOrderElementsOf(bundle(bundle, CHILE).keySet());
        assertThat(bundle(bundle, Locale.ENGLISH).getString(firstKey(bundle)))
                .isNotEqualTo(bundle(bundle, CHILE).getString(firstKey(bundle)));
    }

    @Test
    void aFieldWithItsOwnWordsIsToldInThem() {
        assertThat(FaultTexts.of(Fault.of("subject", "REQUIRED"), CHILE)).startsWith("Escribe un asunto.");
        assertThat(FaultTexts.of(Fault.of("elsewhere", "REQUIRED"), CHILE)).startsWith("Falta este dato.");
    }

    @Test
    void limitsAreWrittenAsChileDoes() {
        Fault tooLong = Fault.of("description", "TOO_LONG", 4000, 4001);
        Fault tooLarge = Fault.of("file", "FILE_SIZE", "foto.jpg", 15L * 1024 * 1024);

        assertThat(FaultTexts.of(tooLong, CHILE)).contains("4.000 caracteres");
        assertThat(FaultTexts.of(tooLarge, CHILE))
                .isEqualTo("«foto.jpg» pesa más de 15 MB. Redúcelo o divídelo e inténtalo de nuevo.");
    }

    @Test
    void aNameWithBracesIsNoPattern() {
        assertThat(FaultTexts.of(Fault.of("file", "FILE_EMPTY", "{0}'{1}.pdf"), Locale.ENGLISH))
                .startsWith("“{0}'{1}.pdf” is empty.");
    }

    @Test
    void anUnknownCodeStillSaysThatSomethingIsWrong() {
        assertThat(FaultTexts.of("NEVER_HEARD_OF", CHILE)).startsWith("Este dato");
    }

    /** A straight one is swallowed by the format, and what follows it is not filled in. */
    @Test
    void noTextHasAStraightApostrophe() {
        for (Locale language : new Locale[] {CHILE, Locale.ENGLISH}) {
            ResourceBundle faults = bundle("faults", language);
            assertThat(faults.keySet()).noneMatch(key -> faults.getString(key).contains("'"));
        }
    }

    private static String firstKey(String bundle) {
        return bundle(bundle, Locale.ENGLISH).keySet().stream()
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle("cl.buzon.web.i18n." + name, language);
    }
}
