package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of each kind; of the pictures only what tells them apart. */
final class Samples {

    static final byte[] JPEG = bytes("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0\u00ff\u00d9");
    static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0");
    static final byte[] WEBP = bytes("RIFF$\0\0\0WEBPVP8 \u0018\0\0\0");
    static final byte[] HEIC = bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic\0\0\0\u0010meta");
    static final byte[] HEIF = bytes("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic\0\0\0\u0010meta");
    static final byte[] AVIF = bytes("\0\0\0\u0018ftypavif\0\0\0\0mif1avif\0\0\0\u0010meta");
    static final byte[] GIF = bytes("GIF89a\1\0\1\0\u0080\0\0");
    static final byte[] PDF = bytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF\n");
    static final byte[] EXE = bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0PE\0\0");
    static final byte[] TEXT = "Llegó mojado.\n".getBytes(UTF_8);
    static final byte[] XLSX = office("xl/workbook.xml", "spreadsheetml.sheet.main+xml");
    static final byte[] DOCX = office("word/document.xml", "wordprocessingml.document.main+xml");

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private Samples() {}

    /** Each character is one byte. */
    static byte[] bytes(String characters) {
        return characters.getBytes(ISO_8859_1);
    }

    static byte[] office(String part, String type, String... further) {
        String types = "<?xml version=\"1.0\"?><Types><Override PartName=\"/" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type + "\"/></Types>";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            add(zip, CONTENT_TYPES, types);
            add(zip, part, "<x/>");
            for (String name : further) {
                add(zip, name, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] zip(String... names) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : names) {
                add(zip, name, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A spreadsheet that unpacks to the given number of MiB. */
    static byte[] bomb(int mebibytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            add(zip, CONTENT_TYPES, "<Types/>");
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < mebibytes; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
