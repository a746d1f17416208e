package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Whether a content is what the file's name says: by its first bytes before anything is stored, then by all of them. */
final class Judgement {

    /** How many of the first bytes are looked at: more than browsers look at when they guess. */
    static final int HEAD = 8 * 1024;

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();
    private static final String BYTE_ORDER_MARK = "(\u00ef\u00bb\u00bf)?";

    /** By these browsers know a page; at the beginning of a photo or document they are there to deceive. */
    private static final Pattern PAGE =
            Pattern.compile("<(!doctype|html|head|body|script|svg|iframe)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKUP = Pattern.compile(BYTE_ORDER_MARK + "\\s*<([?!]|/?[A-Za-z][\\w:.-]*[\\s/>])");
    private static final Pattern PDF_BEGINS = Pattern.compile(BYTE_ORDER_MARK + "\\s*%PDF-");

    /** What begins with readable characters and yet is no text to the programs that open it. */
    private static final Set<String> POSING_AS_TEXT =
            Set.of("image/gif", "application/pdf", "application/postscript", "application/rtf");

    /** The second is what phones write whose photos hold more than one picture. */
    private static final Set<String> HEIC = Set.of("image/heic", "image/heif");

    private Judgement() {}

    /**
     * Whether a content that begins so may be of that type.
     *
     * @param head the first {@link #HEAD} bytes, or all if there are fewer
     */
    static boolean mayBe(FileType claimed, byte[] head) throws IOException {
        String text = new String(head, ISO_8859_1);
        String magic =
                MAGIC.detect(new ByteArrayInputStream(head), new Metadata()).toString();
        if (PAGE.matcher(text).find()) {
            return false;
        }
        return switch (claimed) {
            case JPEG, PNG, WEBP -> magic.equals(claimed.contentType());
            case HEIC -> HEIC.contains(magic);
            case PDF ->
                magic.equals(claimed.contentType()) && PDF_BEGINS.matcher(text).lookingAt();
            case TEXT, CSV -> !MARKUP.matcher(text).lookingAt() && !POSING_AS_TEXT.contains(magic);
            case XLSX, DOCX -> text.startsWith("PK\u0003\u0004");
        };
    }

    /**
     * Whether a content, whose beginning may be of that type, is of it to its end.
     *
     * @param content opened once or twice
     */
    static boolean is(FileType claimed, Supplier<InputStream> content) throws IOException {
        return switch (claimed) {
            case JPEG, PNG, WEBP, HEIC, PDF -> true;
            case TEXT, CSV -> PlainText.is(content);
            case XLSX -> OfficePackage.is("xl/", content);
            case DOCX -> OfficePackage.is("word/", content);
        };
    }
}
