package cl.buzon.connector.servicenow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Text on its way: what leaves us cannot become markup, and what comes in is none. */
final class Words {

    /** The instance shows what stands between these as HTML. */
    private static final Pattern CODE = Pattern.compile("\\[(/?)code]", Pattern.CASE_INSENSITIVE);

    /** A tag that an editor writes; an angle bracket alone is what somebody typed. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|div|span|b|i|u|a|strong|em|ul|ol|li|h[1-6]|table|tbody|tr|td|th|img|pre|blockquote|font)"
                    + "(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    /** What the wire cannot carry, or nobody can read. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|\\p{Cs}");

    private static final String CUT = "…";

    private Words() {}

    /** As many comments as the longest allowed needs, each beginning with who says it. */
    static List<String> comments(String author, String text, int longest) {
        String head = fit(author).replace("\n", " ") + " (portal): ";
        String body = fit(text);
        List<String> parts = new ArrayList<>();
        if (length(head + body) <= longest) {
            return List.of(head + body);
        }
        int room = longest - length(head) - "(999/999) ".length();
        int count = (length(body) + room - 1) / room;
        for (int part = 0; part < count; part++) {
            int from = body.offsetByCodePoints(0, part * room);
            int to = part == count - 1 ? body.length() : body.offsetByCodePoints(from, room);
            parts.add(head + "(" + (part + 1) + "/" + count + ") " + body.substring(from, to));
        }
        return parts;
    }

    /** Without what would be markup there. */
    static String fit(String text) {
        return UNFIT.matcher(CODE.matcher(text.replaceAll("\\R", "\n")).replaceAll("[$1 code]"))
                .replaceAll("");
    }

    static boolean isTooLong(String text, int longest) {
        return length(text) > longest;
    }

    /** As much as fits, and a sign that there was more. */
    static String cut(String text, int longest) {
        return isTooLong(text, longest)
                ? text.substring(0, text.offsetByCodePoints(0, longest - length(CUT))) + CUT
                : text;
    }

    /** What a person reads, whatever markup it came in. */
    static String plain(String text) {
        String lines = text.replaceAll("\\R", "\n");
        boolean marked = CODE.matcher(lines).find();
        String bare = CODE.matcher(lines).replaceAll("");
        return marked || TAG.matcher(bare).find()
                ? read(bare)
                : UNFIT.matcher(bare).replaceAll("").strip();
    }

    private static String read(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style").remove();
        document.select("p, div, li, tr, h1, h2, h3, h4, h5, h6, blockquote").forEach(Words::breakAfter);
        String text = document.wholeText().replace('\u00a0', ' ');
        return UNFIT.matcher(text).replaceAll("").replaceAll("\n{3,}", "\n\n").strip();
    }

    private static void breakAfter(Element block) {
        block.append("\n");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
