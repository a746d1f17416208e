package cl.buzon.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A colour of the screen, each part from 0 to 255. */
public record Shade(int red, int green, int blue) {

    public static final Shade WHITE = new Shade(255, 255, 255);
    public static final Shade BLACK = new Shade(0, 0, 0);

    private static final int STEPS = 20;

    /** @throws IllegalArgumentException when it is not written as {@code #1d4586} */
    public static Shade of(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("not a colour like #1d4586: " + hex);
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return new Shade(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }

    /** As {@link #of}; what is written in another way is none. */
    public static Optional<Shade> parse(String hex) {
        try {
            return Optional.of(of(hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param part how much of the other, from 0 to 1 */
    public Shade mixed(Shade other, double part) {
        return new Shade(mixed(red, other.red, part), mixed(green, other.green, part), mixed(blue, other.blue, part));
    }

    /** Mixed with the other just so far that letters of it can be read on the ground, or wholly when nothing less does. */
    public Shade towards(Shade other, Shade ground, double contrast) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> mixed(other, (double) step / STEPS))
                .filter(shade -> shade.contrast(ground) >= contrast)
                .findFirst()
                .orElse(other);
    }

    /** From 1 to 21, as WCAG 2.2 defines it. */
    public double contrast(Shade other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int one, int other, double part) {
        return (int) Math.round(one + (other - one) * part);
    }

    /** As style sheets write it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
