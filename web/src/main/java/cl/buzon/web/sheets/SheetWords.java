package cl.buzon.web.sheets;

import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The words of a sheet in one language. */
record SheetWords(Locale language, ResourceBundle bundle) {

    /** In which the headings of a file may be. */
    static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("es-CL"), Locale.ENGLISH);

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static SheetWords in(Locale language) {
        return new SheetWords(language, ResourceBundle.getBundle("cl.buzon.web.sheets.sheets", language));
    }

    String get(String key) {
        return bundle.getString(key);
    }

    String format(String key, Object... values) {
        return new MessageFormat(get(key), language).format(values);
    }

    /** What is left of a heading when capitals, accents, spaces and signs do not count. */
    static String plain(String heading) {
        String open = MARKS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFD))
                .replaceAll("");
        return NO_LETTERS.matcher(open).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
