package cl.buzon.notifications;

import cl.buzon.shared.Palette;
import cl.buzon.shared.Shade;
import java.util.Optional;

/**
 * Whose letters they are, by the settings {@code buzon.brand.*}. Of marks only the portal's own can be written: a picture
 * would have to be fetched, and would tell that the letter is read.
 *
 * @param operator whose portal it is
 * @param ownMark whether the portal's own mark stands beside that: an operator with another is not shown ours
 * @param light of the button and of links
 * @param dark the same by night
 * @param soft ground of a word in that colour
 * @param darkSoft the same by night
 * @param line beside what is quoted
 * @param darkLine the same by night
 * @param stamp the second colour of the edge
 */
public record Letterhead(
        String operator,
        boolean ownMark,
        Shade light,
        Shade dark,
        Shade soft,
        Shade darkSoft,
        Shade line,
        Shade darkLine,
        Shade stamp) {

    /** That of an operator who has set nothing. */
    public static final Letterhead USUAL = new Letterhead(
            "Buzón",
            true,
            Shade.of("#1d4586"),
            Shade.of("#a3c1f7"),
            Shade.of("#e8eef9"),
            Shade.of("#1b2942"),
            Shade.of("#bccdea"),
            Shade.of("#34496f"),
            Shade.of("#c2452d"));

    /** What is not set is as usual. */
    static Letterhead of(Optional<String> operator, boolean ownMark, Optional<Palette> colors) {
        Letterhead plain = USUAL.named(operator.orElse(USUAL.operator), ownMark);
        return colors.map(plain::painted).orElse(plain);
    }

    private Letterhead named(String name, boolean marked) {
        return new Letterhead(name, marked, light, dark, soft, darkSoft, line, darkLine, stamp);
    }

    private Letterhead painted(Palette colors) {
        return new Letterhead(
                operator,
                ownMark,
                colors.light(),
                colors.dark(),
                colors.soft(),
                colors.darkSoft(),
                colors.line(),
                colors.darkLine(),
                colors.stamp().orElse(stamp));
    }
}
