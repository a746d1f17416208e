package cl.buzon.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Template FACT = Template.named("fact");

    @Test
    void fillingsAreText() {
        String html = FACT.fill(Map.of("label", "<b>&\"'", "value", "{{label}} $1 ${x} \\"))
                .source();

        assertThat(html).contains("&lt;b&gt;&amp;&quot;&#39;").contains("{{label}} $1 ${x} \\");
    }

    @Test
    void aPlaceIsNeverLeftOpen() {
        assertThatThrownBy(() -> FACT.fill(Map.of("label", "Envío")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("value");
    }
}
