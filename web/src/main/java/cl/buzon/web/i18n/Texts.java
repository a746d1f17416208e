package cl.buzon.web.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the portal in one language. */
public final class Texts {

    private static final String BUNDLE = "cl.buzon.web.i18n.texts";

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language);
    }

    public static Texts in(Locale language) {
        return new Texts(language);
    }

    public Locale language() {
        return language;
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }

    /** The text with its {@code {0}}, {@code {1}}... filled in as {@link MessageFormat} does. */
    public String format(String key, Object... values) {
        return new MessageFormat(get(key), language).format(values);
    }
}
