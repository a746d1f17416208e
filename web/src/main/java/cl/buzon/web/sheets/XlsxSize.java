package cl.buzon.web.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * How large a workbook may become while it is unpacked. The rows and their texts are read as a stream; all other parts
 * are read whole by the library, so they must be small.
 */
final class XlsxSize {

    /** All rows with the longest texts, in a wasteful way to write them. */
    private static final long WHOLE = 48L << 20;

    private static final long PART = 2L << 20;
    private static final int PARTS = 500;
    private static final int BUFFER = 1 << 14;

    static {
        // The library's own guards besides: its ratio stays as it is, and no part is larger than the whole
        ZipSecureFile.setMaxEntrySize(WHOLE);
    }

    private XlsxSize() {}

    /** @throws IOException when it would become larger, or is no archive */
    static void judge(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS) {
                throw new IOException(zip.size() + " parts");
            }
            long left = WHOLE;
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                left -= size(zip, part, isStreamed(part.getName()) ? left : Math.min(PART, left));
            }
        }
    }

    /** Unpacks to know: what the archive says of itself may be wrong. */
    private static long size(ZipFile zip, ZipEntry part, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream content = zip.getInputStream(part)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new IOException("a part of more than " + limit + " bytes");
                }
            }
        }
        return size;
    }

    private static boolean isStreamed(String name) {
        return name.startsWith("xl/worksheets/") || name.equals("xl/sharedStrings.xml") || name.startsWith("xl/media/");
    }
}
