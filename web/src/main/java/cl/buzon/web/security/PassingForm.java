package cl.buzon.web.security;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with files (RFC 7578) whose words are read off while the files themselves pass by: however large they are, nothing
 * of them is kept anywhere.
 */
final class PassingForm {

    /** Bytes; longer lines are taken in pieces, and no delimiter or heading of a browser is so long. */
    private static final int PIECE = 8192;

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";,\\s]{1,70})");

    private static final String HEADING = "content-disposition:";
    private static final String NAME = "; name=\"";
    private static final String FILE = "; filename=\"";

    private final InputStream body;
    private final byte[] delimiter;
    private final int mostBytes;
    private final byte[] piece = new byte[PIECE];
    private int length;
    private boolean withFiles;

    private PassingForm(InputStream body, String boundary, int mostBytes) {
        this.body = new BufferedInputStream(body);
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        this.mostBytes = mostBytes;
    }

    /** What stands between the parts; empty for a form of another kind. */
    static Optional<String> boundary(@Nullable String contentType) {
        return Optional.ofNullable(contentType)
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
                .map(BOUNDARY::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /**
     * Reads the body to its end.
     *
     * @param mostBytes of one value; longer ones are left out
     * @param words takes names and values, in their order
     * @return whether somebody had chosen files
     */
    static boolean read(InputStream body, String boundary, int mostBytes, BiConsumer<String, String> words)
            throws IOException {
        PassingForm form = new PassingForm(body, boundary, mostBytes);
        form.toDelimiter(null);
        while (form.length > 0) {
            form.part(words);
        }
        return form.withFiles;
    }

    private void part(BiConsumer<String, String> words) throws IOException {
        Optional<String> name = Optional.empty();
        boolean file = false;
        while (next() && !text().isBlank()) {
            name = name.or(() -> said(NAME));
            Optional<String> chosen = said(FILE);
            file |= chosen.isPresent();
            withFiles |= chosen.filter(called -> !called.isBlank()).isPresent();
        }
        if (name.isEmpty() || file) {
            toDelimiter(null);
            return;
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        if (toDelimiter(value)) {
            words.accept(name.get(), value.toString(StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", ""));
        }
    }

    /** What the heading at hand says, as every browser writes it. */
    private Optional<String> said(String beginning) {
        String heading = text();
        int at = heading.indexOf(beginning);
        boolean says = at > 0 && heading.regionMatches(true, 0, HEADING, 0, HEADING.length());
        if (!says) {
            return Optional.empty();
        }
        int from = at + beginning.length();
        int end = heading.indexOf('"', from);
        return Optional.of(heading.substring(from, end < 0 ? heading.length() : end));
    }

    /** Goes on behind the next delimiter; says whether all before it is in the given place. */
    private boolean toDelimiter(@Nullable ByteArrayOutputStream into) throws IOException {
        boolean whole = true;
        boolean atLineStart = true;
        while (next() && !(atLineStart && isDelimiter())) {
            atLineStart = piece[length - 1] == '\n';
            whole &= into != null && into.size() + length <= mostBytes;
            if (into != null && whole) {
                into.write(piece, 0, length);
            }
        }
        return whole && length > 0;
    }

    private boolean isDelimiter() {
        for (int i = 0; i < delimiter.length; i++) {
            if (i >= length || piece[i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /** The next line, or as much of it as fits; false at the end. */
    private boolean next() throws IOException {
        length = 0;
        int one = 0;
        while (one != '\n' && length < PIECE && (one = body.read()) >= 0) {
            piece[length++] = (byte) one;
        }
        return length > 0;
    }

    private String text() {
        return new String(piece, 0, length, StandardCharsets.UTF_8);
    }
}
