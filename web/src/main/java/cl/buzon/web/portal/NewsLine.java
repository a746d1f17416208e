package cl.buzon.web.portal;

import cl.buzon.desk.Headline;
import cl.buzon.desk.NewsView;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.i18n.Texts;
import cl.buzon.web.portal.Phrase.Piece;
import cl.buzon.web.portal.tags.Looks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a case, as a sentence with an icon.
 *
 * @param fresh whether the reader has not looked at it yet
 * @param more what else the reader has not seen of the case, in words; empty when that is all
 */
public record NewsLine(String sign, List<Piece> pieces, Headline of, boolean fresh, String more) {

    /**
     * The last thing that happened on a case, and how much before it is new as well.
     *
     * @param cases the page of a case, without its number
     */
    static NewsLine of(NewsView.Line line, Texts texts, Address cases) {
        NewsLine last = of(line.last(), texts, cases);
        String more = line.fresh() > 1 ? texts.format("news.more", line.fresh() - 1) : "";
        return new NewsLine(last.sign, last.pieces, last.of, line.fresh() > 0, more);
    }

    /** @param cases the page of a case, without its number */
    static NewsLine of(Headline what, Texts texts, Address cases) {
        Piece number = Piece.link(
                what.number().value(), cases.with("numero", what.number().value()));
        return new NewsLine(
                sign(what),
                Phrase.of(
                        texts.get(key(what)),
                        Map.of(
                                "case",
                                number,
                                "who",
                                Piece.strong(what.actorName()),
                                "executive",
                                Piece.strong(what.executive() == null ? "" : what.executive()),
                                "compensation",
                                Piece.plain(compensation(what.compensation(), texts)),
                                "amount",
                                Piece.strong(money(what.amount())))),
                what,
                false,
                "");
    }

    private static String compensation(@Nullable CompensationState state, Texts texts) {
        return state == null ? "" : texts.get("compensation." + state);
    }

    private static String money(@Nullable Clp amount) {
        return amount == null ? "" : Formats.money(amount.amount());
    }

    private static String key(Headline what) {
        return switch (what.type()) {
            case STATE -> "home.news.STATE." + what.to();
            case COMPENSATION ->
                what.amount() == null
                        ? "home.news.COMPENSATION"
                        : what.compensation() == CompensationState.PAID ? "home.news.PAID" : "home.news.AMOUNT";
            default -> "home.news." + what.type();
        };
    }

    private static String sign(Headline what) {
        return switch (what.type()) {
            case MESSAGE -> "message-square";
            case FILE -> "paperclip";
            case ASSIGNMENT -> "user-check";
            case STATE -> Looks.icon("state", String.valueOf(what.to()));
            case COMPENSATION -> "banknote";
        };
    }
}
