package cl.buzon.shared;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The operator's colours in the two themes, and what follows from them: lighter and darker ones of the same hue.
 *
 * @param light of actions and links on a light ground
 * @param dark of actions and links on a dark ground
 * @param deep ground of the front door and of the first door at home
 * @param stamp of decoration only, absent for the usual one
 */
public record Palette(Shade light, Shade dark, Shade deep, Optional<Shade> stamp) {

    /** What WCAG 2.2 AA asks of text. */
    public static final double READABLE = 4.5;

    // Grounds and letters that buzon.css fixes
    private static final Shade PAPER = Shade.of("#f6f4ef");
    private static final Shade PAPER_HOVER = Shade.of("#f3f0e9");
    private static final Shade NIGHT = Shade.of("#181d27");
    private static final Shade NIGHT_HOVER = Shade.of("#222936");
    private static final Shade ON_DARK_BRAND = Shade.of("#0c1930");
    private static final Shade ON_DEEP = Shade.of("#c7d6f0");

    /**
     * Of what stands under {@code color}, {@code color.dark}, {@code color.deep} and {@code color.stamp}; empty without the
     * first.
     */
    public static Optional<Palette> read(Function<String, Optional<Shade>> settings) {
        return settings.apply("color")
                .map(light -> of(
                        light,
                        settings.apply("color.dark"),
                        settings.apply("color.deep"),
                        settings.apply("color.stamp")));
    }

    /** What is not given follows from the one colour that is. */
    public static Palette of(Shade light, Optional<Shade> dark, Optional<Shade> deep, Optional<Shade> stamp) {
        return new Palette(
                light,
                dark.orElseGet(() -> light.towards(Shade.WHITE, NIGHT, 7)),
                deep.orElseGet(() -> light.mixed(Shade.BLACK, 0.3).towards(Shade.BLACK, ON_DEEP, 7)),
                stamp);
    }

    /** The pairs of letters and ground that cannot be read well enough, in words for the operator. */
    public List<String> unreadable() {
        return Stream.of(
                        pair("buzon.brand.color: white letters on a button", light, Shade.WHITE),
                        pair("buzon.brand.color: a link on paper", light, PAPER),
                        pair("buzon.brand.color: a link under the pointer", light, PAPER_HOVER),
                        pair("buzon.brand.color: a word on a ground of its own hue", light, soft()),
                        pair("buzon.brand.color.dark: dark letters on a button", dark, ON_DARK_BRAND),
                        pair("buzon.brand.color.dark: a link by night", dark, NIGHT),
                        pair("buzon.brand.color.dark: a link under the pointer by night", dark, NIGHT_HOVER),
                        pair("buzon.brand.color.dark: a word on a ground of its own hue", dark, darkSoft()),
                        pair("buzon.brand.color.deep: letters on the front door", deep, ON_DEEP))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Ground of a word in the colour itself. */
    public Shade soft() {
        return light.mixed(Shade.WHITE, 0.9);
    }

    public Shade darkSoft() {
        return dark.mixed(NIGHT, 0.86);
    }

    /** Of borders of the same hue. */
    public Shade line() {
        return light.mixed(Shade.WHITE, 0.7);
    }

    public Shade darkLine() {
        return dark.mixed(NIGHT, 0.7);
    }

    private static Optional<String> pair(String where, Shade letters, Shade ground) {
        double contrast = letters.contrast(ground);
        return contrast >= READABLE
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%s has a contrast of %.2f:1", where, contrast));
    }
}
