package cl.buzon.web.brand;

import cl.buzon.shared.Palette;
import cl.buzon.shared.Shade;
import java.util.stream.Stream;

/** Writes the operator's colours as a style sheet. */
final class PaletteCss {

    private PaletteCss() {}

    /** One rule of CSS that overrides the tokens of {@code buzon.css}. */
    static String of(Palette palette) {
        Shade light = palette.light();
        Shade dark = palette.dark();
        String tokens = Stream.of(
                        token("brand", light, dark),
                        token("brand-hover", light.mixed(Shade.BLACK, 0.25), dark.mixed(Shade.WHITE, 0.3)),
                        token("brand-soft", palette.soft(), palette.darkSoft()),
                        token("brand-line", palette.line(), palette.darkLine()),
                        token("deep", palette.deep(), palette.deep().mixed(Shade.BLACK, 0.25)))
                .reduce("", String::concat);
        String stamp = palette.stamp().map(shade -> "--stamp:" + shade + ";").orElse("");
        return ":root{" + tokens + stamp + "}\n";
    }

    private static String token(String name, Shade light, Shade dark) {
        return "--" + name + ":light-dark(" + light + "," + dark + ");";
    }
}
