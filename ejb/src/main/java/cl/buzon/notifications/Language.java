package cl.buzon.notifications;

import java.util.Locale;

/** In which language somebody reads their mail. */
public enum Language {
    ES("es-CL"),
    EN("en");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    /** Lower case, as it is kept. */
    public String code() {
        return locale.getLanguage();
    }

    /** Spanish for everything that is not English. */
    public static Language of(String code) {
        return code.equals(EN.code()) ? EN : ES;
    }
}
