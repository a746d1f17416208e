package cl.buzon.notifications;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.Clp;
import cl.buzon.shared.LocalText;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of letters in one language. */
final class Words {

    private static final String BUNDLE = "cl.buzon.notifications.letters";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Locale CHILE = Locale.forLanguageTag("es-CL");

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Language language) {
        this.locale = language.locale();
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    }

    /** The text with {@code {0}}, {@code {1}}... filled in; what fills them is never looked into. */
    String get(String key, Object... values) {
        Object[] clean = Arrays.stream(values).map(Words::clean).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(clean);
    }

    /** What things are called in this language, one after the other. */
    String list(List<LocalText> names) {
        return names.stream().map(name -> name.in(locale)).collect(Collectors.joining(", "));
    }

    /** What a thing is called in this language, inside a sentence: {@code foto de la etiqueta}, but {@code RUT}. */
    String inside(LocalText name) {
        String said = name.in(locale);
        boolean lowered = said.length() > 1 && !Character.isUpperCase(said.charAt(1));
        return lowered ? said.substring(0, 1).toLowerCase(locale) + said.substring(1) : said;
    }

    /** As it may stand in a letter. */
    static String clean(Object text) {
        return text.toString().replace(Letter.OPEN_LINK, "");
    }

    /** What somebody is called by. */
    static String firstName(String name) {
        return clean(name.strip().split("\\s+", 2)[0]);
    }

    /** {@code $1.234.567}, empty for no amount. */
    static String money(@Nullable Clp amount) {
        return amount == null
                ? ""
                : "$" + new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(CHILE)).format(amount.amount());
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String moment(Instant at) {
        return TIME.format(at.atZone(BusinessClock.SANTIAGO));
    }

    static String hour(Instant at) {
        return HOUR.format(at.atZone(BusinessClock.SANTIAGO));
    }
}
