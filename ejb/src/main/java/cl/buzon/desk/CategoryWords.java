package cl.buzon.desk;

import cl.buzon.cases.Category;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows situations by whatever a person calls them: the code, or the name in either language. */
final class CategoryWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private final Map<String, String> codes = new HashMap<>();

    CategoryWords(List<Category> active) {
        for (Category one : active) {
            codes.putIfAbsent(plain(one.name().es()), one.code());
            codes.putIfAbsent(plain(one.name().en()), one.code());
        }
        active.forEach(one -> codes.put(plain(one.code()), one.code()));
    }

    /** The code that is meant, or what was typed, which then is none. */
    String code(String typed) {
        return codes.getOrDefault(plain(typed), typed);
    }

    private static String plain(String text) {
        String open =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(open.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
