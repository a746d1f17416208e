package cl.buzon.web.portal;

import cl.buzon.desk.CaseTally;
import cl.buzon.shared.Clp;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.i18n.Texts;

/** Figures over the first {@link CaseTally#LIMIT} cases: where there are more, they are at least what they say. */
final class Capped {

    private Capped() {}

    static String count(long found, boolean capped, Texts texts) {
        String exact = texts.format("report.count", Math.min(found, CaseTally.LIMIT));
        return capped ? texts.format("report.capped", exact) : exact;
    }

    static String money(Clp amount, boolean capped, Texts texts) {
        String exact = Formats.money(amount.amount());
        return capped ? texts.format("report.capped", exact) : exact;
    }
}
