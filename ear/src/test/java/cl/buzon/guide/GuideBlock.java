package cl.buzon.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a guide that stands between fences.
 *
 * @param language as the fence names it
 * @param line at which it begins
 */
record GuideBlock(String language, String text, int line) {

    private static final Pattern FENCED =
            Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<GuideBlock> of(String guide) {
        List<GuideBlock> blocks = new ArrayList<>();
        Matcher fenced = FENCED.matcher(guide);
        while (fenced.find()) {
            int line = (int) guide.substring(0, fenced.start()).lines().count() + 1;
            blocks.add(new GuideBlock(fenced.group(1), fenced.group(2), line));
        }
        return List.copyOf(blocks);
    }

    /** What its first line says that it is to be saved as. */
    String file() {
        return text.lines().findFirst().orElseThrow().replaceFirst("^(#|//) ", "");
    }

    boolean isIn(String other) {
        return language.equals(other);
    }
}
