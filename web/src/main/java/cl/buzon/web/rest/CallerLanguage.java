package cl.buzon.web.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Locale;

/** The language of the answer to this request: Spanish as in Chile, unless the caller would rather have English. */
@RequestScoped
public class CallerLanguage {

    public static final Locale SPANISH = Locale.forLanguageTag("es-CL");

    private Locale locale = SPANISH;

    public Locale locale() {
        return locale;
    }

    /** Takes the first of the languages that is one of ours; none of them leaves it at Spanish. */
    public void prefer(Collection<Locale> wished) {
        locale = wished.stream()
                .map(Locale::getLanguage)
                .filter(code -> code.equals("es") || code.equals("en"))
                .findFirst()
                .filter(code -> code.equals("en"))
                .map(code -> Locale.ENGLISH)
                .orElse(SPANISH);
    }
}
