package cl.buzon.connector.translation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reduces what executives write to text: markup becomes line ends and words, and what looks like text stays as it is. */
public final class PlainText {

    private static final Pattern CODE =
            Pattern.compile("\\[code](.*?)(?:\\[/code]|\\z)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MARKUP = Pattern.compile(
            "</?(?:p|div|br|span|b|i|u|em|strong|a|ul|ol|li|table|tr|td|th|h[1-6]|img|font|pre|blockquote|script|style|iframe)"
                    + "(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|\\p{Cs}|\\u200b");

    private PlainText() {}

    /** What may hold HTML between code tags, or as such. */
    public static String of(String value) {
        Matcher code = CODE.matcher(value);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (code.find()) {
            text.append(outside(value.substring(from, code.start()))).append(reduced(code.group(1)));
            from = code.end();
        }
        text.append(outside(value.substring(from)));
        return tidy(text.toString());
    }

    /** What is known to be HTML. */
    public static String ofHtml(String html) {
        return tidy(reduced(html));
    }

    /** What is known to be text, whatever it looks like. */
    public static String ofText(String text) {
        return tidy(text);
    }

    private static String outside(String part) {
        return MARKUP.matcher(part).find() ? reduced(part) : part;
    }

    private static String tidy(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
        return UNFIT.matcher(lines).replaceAll("").replaceAll("\n{3,}", "\n\n").strip();
    }

    private static String reduced(String html) {
        StringBuilder text = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof Element element) {
                    switch (element.normalName().toLowerCase(Locale.ROOT)) {
                        case "br" -> text.append('\n');
                        case "li" -> newLine(text).append("- ");
                        case "td", "th" -> text.append(' ');
                        default -> {
                            if (element.isBlock()) {
                                newLine(text);
                            }
                        }
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (depth > 0 && node instanceof Element element && element.isBlock()) {
                    newLine(text);
                }
            }
        });
        return text.toString();
    }

    private static StringBuilder newLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        return text;
    }
}
