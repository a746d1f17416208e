package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerLanguageTest {

    @ParameterizedTest
    @CsvSource({"'', es-CL", "en, en", "en-GB, en", "es, es-CL", "de en, en", "de es en, es-CL", "de, es-CL"})
    void theFirstLanguageOfOursIsTaken(String wished, String answered) {
        CallerLanguage language = new CallerLanguage();

        language.prefer(Stream.of(wished.split(" ")).map(Locale::forLanguageTag).toList());

        assertThat(language.locale().toLanguageTag()).isEqualTo(answered);
    }
}
