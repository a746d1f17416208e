package cl.buzon.connector.doctor;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.TicketingSystem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Has a ticketing system examined and tells the findings, with cause and remedy, in somebody's language. */
public final class Doctor {

    private static final String BUNDLE = "cl.buzon.connector.i18n.doctor";

    private Doctor() {}

    /**
     * A finding in words.
     *
     * @param remedy empty when all is well, or when something else has to be mended first
     */
    public record Saying(Finding.Outcome outcome, String words, String remedy) {}

    /** Takes some seconds; nothing for a system that cannot be examined. */
    public static List<Saying> examine(TicketingSystem system, Needs needs, Locale language) {
        return system.examine(needs).stream()
                .map(finding -> saying(finding, language))
                .toList();
    }

    /** The same for one finding. */
    public static Saying saying(Finding finding, Locale language) {
        ResourceBundle words =
                ResourceBundle.getBundle(BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        String key = finding.check() + "." + finding.result();
        if (finding.outcome() == Finding.Outcome.SKIPPED && !words.containsKey(key)) {
            String what = words.getString(finding.check());
            return new Saying(
                    finding.outcome(),
                    new MessageFormat(words.getString("skipped"), language).format(new Object[] {what}),
                    "");
        }
        String remedy = key + ".remedy";
        boolean well = finding.outcome() == Finding.Outcome.GOOD;
        return new Saying(
                finding.outcome(),
                filled(words, key, finding, language),
                well ? "" : filled(words, remedy, finding, language));
    }

    private static String filled(ResourceBundle words, String key, Finding finding, Locale language) {
        return new MessageFormat(words.getString(key), language)
                .format(finding.arguments().toArray());
    }
}
