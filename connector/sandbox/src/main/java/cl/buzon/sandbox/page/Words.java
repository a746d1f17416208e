package cl.buzon.sandbox.page;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The page's texts in one language: Spanish, unless English is asked for. */
final class Words {

    static final String BUNDLE = "cl.buzon.sandbox.page.words";

    private static final Locale SPANISH = Locale.forLanguageTag("es-CL");

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, Words.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** @param language {@code en} or another, which is Spanish */
    static Words in(String language) {
        return new Words(language.startsWith("en") ? Locale.ENGLISH : SPANISH);
    }

    /** The first of the languages that there is a translation for. */
    static Words preferred(List<Locale> languages) {
        return languages.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("es") || language.equals("en"))
                .findFirst()
                .map(Words::in)
                .orElseGet(() -> in("es"));
    }

    String of(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    String language() {
        return locale.getLanguage();
    }
}
