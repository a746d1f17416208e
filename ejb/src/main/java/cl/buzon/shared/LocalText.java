package cl.buzon.shared;

import java.util.Locale;

/** A word or sentence kept as data, in the two languages of the portal. */
public record LocalText(String es, String en) {

    /** English for English, Spanish for everybody else. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : es;
    }
}
