package cl.buzon.web.portal;

import cl.buzon.desk.CaseTally;
import cl.buzon.shared.AtLeast;
import cl.buzon.shared.Clp;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.i18n.Texts;

/** Figures as people read them: exact, or with a plus where there is more than was looked at. */
final class Capped {

    private Capped() {}

    /** Cases that were counted up to {@link CaseTally#LIMIT} and one more. */
    static String count(long found, Texts texts) {
        return count(new AtLeast<>(Math.min(found, CaseTally.LIMIT), found > CaseTally.LIMIT), texts);
    }

    static String count(AtLeast<Long> found, Texts texts) {
        return marked(texts.format("report.count", found.figure()), found, texts);
    }

    static String money(AtLeast<Clp> amount, Texts texts) {
        return marked(Formats.money(amount.figure().amount()), amount, texts);
    }

    private static String marked(String figure, AtLeast<?> of, Texts texts) {
        return of.more() ? texts.format("report.capped", figure) : figure;
    }
}
