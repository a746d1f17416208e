package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.AtLeast;
import cl.buzon.shared.Clp;
import cl.buzon.web.i18n.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CappedTest {

    private final Texts texts = Texts.in(Locale.forLanguageTag("es-CL"));

    @Test
    void whatWasCountedToTheEndIsExact() {
        assertThat(Capped.count(2_600, texts)).isEqualTo("2.600");
        assertThat(Capped.count(10_000, texts)).isEqualTo("10.000");
        assertThat(Capped.money(new AtLeast<>(new Clp(45_000), false), texts)).isEqualTo("$45.000");
    }

    @Test
    void whatWasCutIsAtLeastWhatItSays() {
        assertThat(Capped.count(10_001, texts)).isEqualTo("10.000+");
        assertThat(Capped.count(14_000, texts)).isEqualTo("10.000+");
        assertThat(Capped.count(new AtLeast<>(2_600L, true), texts)).isEqualTo("2.600+");
        assertThat(Capped.money(new AtLeast<>(new Clp(45_000), true), texts)).isEqualTo("$45.000+");
    }
}
