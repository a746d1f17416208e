package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A walk through the entries of what claims to be a document of an office program. Nothing is parsed or unpacked to
 * anywhere; the walk ends where an honest document would have ended long ago.
 */
final class OfficePackage {

    private static final int MAX_ENTRIES = 10_000;
    /** Unpacked, in bytes: a bomb of 15 MiB has about 15 GiB. */
    private static final long MAX_UNPACKED = 256L << 20;

    private static final int MAX_CONTENT_TYPES = 1 << 20;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final String folder;
    private final byte[] buffer = new byte[64 * 1024];
    private long unpacked;
    private boolean typed;
    private boolean filled;
    private boolean macros;

    private OfficePackage(String folder) {
        this.folder = folder;
    }

    /**
     * Whether it has the list of its parts' types, parts in the given folder, and no macros.
     *
     * @param folder with a slash at its end, such as {@code xl/} for spreadsheets
     */
    static boolean is(String folder, Supplier<InputStream> content) throws IOException {
        OfficePackage found = new OfficePackage(folder);
        try (InputStream bytes = content.get();
                ZipInputStream zip = new ZipInputStream(new BufferedInputStream(bytes))) {
            return found.endsWithinLimits(zip) && found.typed && found.filled && !found.macros;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean endsWithinLimits(ZipInputStream zip) throws IOException {
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (entries > MAX_ENTRIES || !look(entry.getName(), zip)) {
                return false;
            }
        }
        return true;
    }

    private boolean look(String name, ZipInputStream entry) throws IOException {
        filled |= name.startsWith(folder);
        macros |= speaksOfMacros(name);
        return name.equals(CONTENT_TYPES) ? lookAtTypes(entry) : skip(entry);
    }

    /** A part with macros may have any name, but must be listed under its type. */
    private boolean lookAtTypes(ZipInputStream entry) throws IOException {
        if (typed) {
            return false; // a package has one list; more would be read without counting towards the limit
        }
        String list = new String(entry.readNBytes(MAX_CONTENT_TYPES), ISO_8859_1);
        typed = true;
        // Without the zeros a list in UTF-16 reads like one in UTF-8.
        macros |= speaksOfMacros(list.replace("\0", ""));
        return entry.read() < 0;
    }

    /** Not left to the stream, which would unpack an entry of any length. */
    private boolean skip(ZipInputStream entry) throws IOException {
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            unpacked += read;
            if (unpacked > MAX_UNPACKED) {
                return false;
            }
        }
        return true;
    }

    private static boolean speaksOfMacros(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("vbaproject") || lower.contains("macroenabled");
    }
}
