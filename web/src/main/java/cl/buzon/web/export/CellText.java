package cl.buzon.web.export;

/** What a text from outside must go through before a spreadsheet program gets it. */
public final class CellText {

    /** OWASP ASVS 5.0, 1.2.10, with line feed and the full-width forms that East Asian settings read alike. */
    private static final String TRIGGERS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private CellText() {}

    /** The text without what XML 1.0 cannot carry: controls, lone surrogates and U+FFFE, U+FFFF. */
    public static String clean(String text) {
        return text.codePoints().allMatch(CellText::isLegal) ? text : withoutIllegal(text);
    }

    /** Whether a spreadsheet program could take the text for a formula: by its first character that is to be seen. */
    public static boolean looksComputed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (TRIGGERS.indexOf(c) >= 0) {
                return true;
            }
            if (!isInvisible(c)) {
                return false;
            }
        }
        return false;
    }

    private static String withoutIllegal(String text) {
        return text.codePoints()
                .filter(CellText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0xD800)
                || (c > 0xDFFF && (c & 0xFFFE) != 0xFFFE);
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
