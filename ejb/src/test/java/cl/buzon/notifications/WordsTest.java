package cl.buzon.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void englishIsComplete() {
        ResourceBundle english = bundle(Language.EN);
        ResourceBundle spanish = bundle(Language.ES);

        assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(spanish.keySet()));
        assertThat(english.keySet())
                .allMatch(key -> key.startsWith("subject")
                        || key.equals("quote.head")
                        || !english.getString(key).equals(spanish.getString(key)));
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("cl.buzon.notifications.letters", language.locale());
    }
}
