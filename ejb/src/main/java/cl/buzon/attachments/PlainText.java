package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/** Text as people write and spreadsheets save it: UTF-8, or what Windows wrote before; no control characters. */
final class PlainText {

    /** Holds ISO-8859-1 too, but for that one's control characters. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int BUFFER = 8 * 1024;

    private PlainText() {}

    static boolean is(Supplier<InputStream> content) throws IOException {
        return isIn(UTF_8, content) || isIn(WINDOWS, content);
    }

    private static boolean isIn(Charset charset, Supplier<InputStream> content) throws IOException {
        try (InputStream bytes = content.get();
                Reader characters = new InputStreamReader(bytes, charset.newDecoder())) {
            return allFit(characters);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean allFit(Reader characters) throws IOException {
        char[] buffer = new char[BUFFER];
        for (int read = characters.read(buffer); read >= 0; read = characters.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (!fits(buffer[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean fits(char character) {
        return !Character.isISOControl(character)
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || character == '\f';
    }
}
