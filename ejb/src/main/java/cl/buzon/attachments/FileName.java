package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file, safe to be shown, stored and saved under on any system: one path segment of visible characters,
 * composed (NFC), with no device's name, of 1 to {@link #MAX_BYTES} bytes. Marks such as {@code <} or quotes may stand
 * in it; whoever writes it somewhere writes it as that place wants.
 */
public record FileName(String value) {

    /** In UTF-8: what the usual file systems take. */
    public static final int MAX_BYTES = 255;

    private static final String NAMELESS = "archivo";
    private static final Pattern HALF_CHARACTERS = Pattern.compile("\\p{Cs}");
    /** Control characters, and format characters such as those that turn the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s]]");

    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern LEADING = Pattern.compile("^[ .]+");
    private static final Pattern TRAILING = Pattern.compile("[ .]+$");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,16}$");
    /** Names that Windows gives to devices, whatever extension follows. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?",
            Pattern.CASE_INSENSITIVE);

    public FileName {
        if (!value.equals(madeSafe(value))) {
            throw new IllegalArgumentException("no safe file name");
        }
    }

    /** The safe name nearest to a received one, which may be anything. */
    public static FileName of(@Nullable String received) {
        return new FileName(madeSafe(received == null ? "" : received));
    }

    /** In lower case, without the dot; empty when there is none. */
    public String extension() {
        String dotted = dottedExtension(value);
        return dotted.isEmpty() ? "" : dotted.substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String madeSafe(String received) {
        String visible = TRAILING.matcher(visible(lastSegment(received))).replaceFirst("");
        String extension = dottedExtension(visible);
        String base = LEADING.matcher(visible.substring(0, visible.length() - extension.length()))
                .replaceFirst("");
        String named = base.isEmpty() ? NAMELESS : base;
        String harmless = DEVICE.matcher(named + extension).matches() ? "_" + named : named;
        return shortened(harmless, MAX_BYTES - extension.length()) + extension;
    }

    private static String lastSegment(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String visible(String text) {
        String whole = HALF_CHARACTERS.matcher(text).replaceAll("\ufffd");
        String seen = UNSEEN.matcher(whole).replaceAll("");
        return Normalizer.normalize(BLANKS.matcher(seen).replaceAll(" "), Normalizer.Form.NFC);
    }

    private static String dottedExtension(String name) {
        Matcher found = EXTENSION.matcher(name);
        return found.find() ? found.group() : "";
    }

    /** As many whole characters as fit. */
    private static String shortened(String text, int maxBytes) {
        if (text.getBytes(UTF_8).length <= maxBytes) {
            return text;
        }
        int end = 0;
        int bytes = 0;
        while (true) {
            int next = text.offsetByCodePoints(end, 1);
            bytes += text.substring(end, next).getBytes(UTF_8).length;
            if (bytes > maxBytes) {
                return TRAILING.matcher(text.substring(0, end)).replaceFirst("");
            }
            end = next;
        }
    }
}
