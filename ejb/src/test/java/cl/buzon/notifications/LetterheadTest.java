package cl.buzon.notifications;

import static cl.buzon.notifications.SomeMail.moved;
import static cl.buzon.notifications.SomeMail.said;
import static cl.buzon.notifications.SomeMail.story;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseState;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class LetterheadTest {

    private static final CaseStory STORY =
            story(CaseState.OPEN, true, moved(CaseState.AWAITING_INFO, CaseState.OPEN, null), said("Hola"));

    @Test
    void anOperatorsNameAndColoursAreOnTheirLetters() {
        Letter letter = letter(Map.of(
                "buzon.brand.name", "Correo Austral <&>",
                "buzon.brand.mark", "/srv/marca.svg",
                "buzon.brand.color", "#8a1538",
                "buzon.brand.color.dark", "#ffb3c7",
                "buzon.brand.color.stamp", "#c9a227"));

        assertThat(letter.html())
                .contains("Portal de Reclamos · Correo Austral &lt;&amp;&gt;", "#8a1538", "#ffb3c7", "#c9a227")
                .doesNotContain("Buzón", "&#10003;")
                .doesNotContain("#1d4586", "#a3c1f7", "#e8eef9", "#1b2942", "#bccdea", "#34496f", "#c2452d");
    }

    @Test
    void withoutSettingsTheLetterIsBuzonsOwn() {
        Letter letter = letter(Map.of("buzon.brand.color", "red"));

        assertThat(letter.html())
                .contains("Portal de Reclamos · Buzón", "&#10003;")
                .contains("#1d4586", "#a3c1f7", "#e8eef9", "#1b2942", "#bccdea", "#34496f", "#c2452d");
    }

    @Test
    void whatNobodyIsToldToHaveSaidIsSaidByTheOperatorsPortal() {
        News nobodys = new News.Moved(null, CaseState.OPEN, CaseState.RESOLVED, "Apareció", SomeMail.NOON);

        Letter letter = write(Map.of("buzon.brand.name", "Correo Austral"), story(CaseState.RESOLVED, true, nobodys));

        assertThat(letter.text()).contains("> Portal de Reclamos · Correo Austral");
    }

    private static Letter letter(Map<String, String> settings) {
        return write(settings, STORY);
    }

    private static Letter write(Map<String, String> settings, CaseStory story) {
        return new CaseLetters(MailProperties.read(config(settings))).write("Camila Rojas", story, Language.ES);
    }

    private static Config config(Map<String, String> settings) {
        return (Config) Proxy.newProxyInstance(
                LetterheadTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (self, method, arguments) -> Optional.ofNullable(settings.get((String) arguments[0])));
    }
}
