package cl.buzon.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with named places. Whatever fills one is text, and escaped, unless it is a filled template itself. The
 * places are filled in one go: what looks like a place, or like an expression, in a filling stays what it is.
 */
final class Template {

    /** HTML that only templates make. */
    static final class Html {

        static final Html NONE = new Html("");

        private final String source;

        private Html(String source) {
            this.source = source;
        }

        Html and(Html other) {
            return new Html(source + other.source);
        }

        String source() {
            return source;
        }
    }

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Html BREAK = new Html("<br>");

    private final String name;
    private final String source;

    private Template(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** The one of this name beside this class. */
    static Template named(String name) {
        try (InputStream resource = Template.class.getResourceAsStream(name + ".html")) {
            return new Template(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when a place is left open */
    Html fill(Map<String, Object> fillings) {
        return new Html(
                PLACE.matcher(source).replaceAll(place -> Matcher.quoteReplacement(filled(fillings, place.group(1)))));
    }

    private String filled(Map<String, Object> fillings, String place) {
        Object filling = fillings.get(place);
        if (filling == null) {
            throw new IllegalStateException(name + ".html has nothing for " + place);
        }
        return filling instanceof Html html ? html.source() : escaped(filling.toString());
    }

    /** Text with its line breaks. */
    static Html lines(String text) {
        return text.lines()
                .map(line -> new Html(escaped(line)))
                .reduce((one, other) -> one.and(BREAK).and(other))
                .orElse(Html.NONE);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
