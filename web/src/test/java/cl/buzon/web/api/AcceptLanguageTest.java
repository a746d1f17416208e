package cl.buzon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AcceptLanguageTest {

    @Test
    void languagesComeInTheOrderOfTheirWeight() {
        assertThat(AcceptLanguage.wished("es;q=0.5, en;q=0.8, de;q=0"))
                .containsExactly(Locale.ENGLISH, Locale.forLanguageTag("es"));
    }

    @Test
    void whatCannotBeReadIsNoWish() {
        assertThat(AcceptLanguage.wished("en;q=lots")).isEmpty();
    }
}
