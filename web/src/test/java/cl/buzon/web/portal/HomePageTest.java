package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.web.i18n.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HomePageTest {

    private final Texts texts = Texts.in(Locale.forLanguageTag("es-CL"));

    @Test
    void whoAsksIsNamedWithWhatTheyAsk() {
        assertThat(HomePage.asks("Marta Rojas", "¿Qué valía?", texts)).isEqualTo("Marta Rojas: ¿Qué valía?");
        assertThat(HomePage.asks("Marta Rojas", null, texts)).isEqualTo("Marta Rojas espera tu respuesta");
    }

    @Test
    void aQuestionOfNobodyIsReadAlone() {
        assertThat(HomePage.asks(null, "¿Qué valía?", texts)).isEqualTo("¿Qué valía?");
        assertThat(HomePage.asks(null, null, texts)).isEqualTo("Esperamos tu respuesta");
    }
}
