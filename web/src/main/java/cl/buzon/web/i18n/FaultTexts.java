package cl.buzon.web.i18n;

import cl.buzon.shared.Fault;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The words for refusals and broken rules: what is wrong and how to mend it, the same on the pages and in the API. */
public final class FaultTexts {

    private static final String BUNDLE = "cl.buzon.web.i18n.faults";
    private static final String FILE_SIZE = "FILE_SIZE";
    private static final String FALLBACK = "fault.OTHER";

    private FaultTexts() {}

    /** The sentence about a broken rule, in words for its very field where there are some. */
    public static String of(Fault fault, Locale language) {
        String key = "fault." + fault.code();
        return text(language, arguments(fault), key + "." + fault.field(), key);
    }

    /** The sentence about a refusal, by its code. */
    public static String of(String code, Locale language, Object... arguments) {
        return text(language, arguments, "fault." + code);
    }

    /** As people read them: limits of files are sizes in bytes. */
    private static Object[] arguments(Fault fault) {
        return fault.arguments().stream()
                .map(argument -> fault.code().equals(FILE_SIZE) && argument instanceof Long bytes
                        ? Formats.size(bytes)
                        : argument)
                .toArray();
    }

    private static String text(Locale language, Object[] arguments, String... keys) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language);
        String found = Stream.of(keys).filter(bundle::containsKey).findFirst().orElse(FALLBACK);
        return new MessageFormat(bundle.getString(found), language).format(arguments);
    }
}
