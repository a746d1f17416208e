package cl.buzon.sandbox.page;

/** HTML that is put together piece by piece; whatever is not a tag of ours is escaped. */
final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** @param attributes names and values in turn; a value that is empty makes a bare attribute */
    Markup open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                html.append("=\"").append(escaped(attributes[i + 1])).append('"');
            }
        }
        html.append('>');
        return this;
    }

    Markup close(String tag) {
        html.append("</").append(tag).append(">");
        return this;
    }

    Markup text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** A whole element with nothing but text in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Markup newLine() {
        html.append('\n');
        return this;
    }

    Markup add(Markup other) {
        html.append(other.html);
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(sign);
            }
        }
        return safe.toString();
    }
}
