package cl.buzon.web.export;

import cl.buzon.shared.Palette;
import cl.buzon.shared.Shade;
import java.awt.Color;

/**
 * What paper shows of whose portal it is.
 *
 * @param brand of lines, the mark and words on {@code soft}
 * @param soft ground of a word in the brand's colour
 * @param stamp the second colour of the air-mail edge
 */
public record ReportColors(Color brand, Color soft, Color stamp) {

    /** Those of an operator who has set none. */
    public static final ReportColors USUAL =
            new ReportColors(new Color(0x1d4586), new Color(0xe8eef9), new Color(0xc2452d));

    public static ReportColors of(Palette palette) {
        return new ReportColors(
                color(palette.light()),
                color(palette.soft()),
                palette.stamp().map(ReportColors::color).orElse(USUAL.stamp));
    }

    private static Color color(Shade shade) {
        return new Color(shade.red(), shade.green(), shade.blue());
    }
}
