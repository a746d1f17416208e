package cl.buzon.web.sheets;

import cl.buzon.desk.BulkDesk;
import cl.buzon.desk.BulkView;
import cl.buzon.desk.NewBulk;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** A file of many claims, judged by content and name alike and read into rows. */
public final class SheetFile {

    private static final Logger LOG = System.getLogger(SheetFile.class.getName());

    /** Reading takes memory, so few do at once. */
    private static final Semaphore READING = new Semaphore(2);

    private static final int BUFFER = 1 << 14;
    private static final String FILE = "file";

    private SheetFile() {}

    /** Where the bytes come from. */
    public interface Content {
        InputStream open() throws IOException;
    }

    /**
     * @param language of the person, for the names of missing columns
     * @throws Refusal.InvalidInput on {@code file}: FILE_SIZE, FILE_EMPTY, SHEET_TYPE, SHEET_UNREADABLE, SHEET_NO_ROWS,
     *     SHEET_TOO_MANY_ROWS, SHEET_COLUMN_UNKNOWN, SHEET_COLUMN_TWICE, SHEET_COLUMN_MISSING
     */
    public static NewBulk read(String name, Content content, Locale language) throws IOException {
        Path kept = Files.createTempFile("sheet", null);
        try {
            String sha256 = keep(name, content, kept);
            BulkView.Format format = format(name, kept);
            ClaimRows claims = new ClaimRows(language);
            READING.acquireUninterruptibly();
            try {
                rows(name, format, kept, claims);
            } finally {
                READING.release();
            }
            if (claims.rows().isEmpty()) {
                throw refused("SHEET_NO_ROWS");
            }
            return new NewBulk(name, format, sha256, claims.rows());
        } finally {
            Files.delete(kept);
        }
    }

    private static String keep(String name, Content content, Path kept) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = content.open();
                OutputStream out = new DigestOutputStream(Files.newOutputStream(kept), digest)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > BulkDesk.MAX_SIZE) {
                    throw refused("FILE_SIZE", name, BulkDesk.MAX_SIZE);
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw refused("FILE_EMPTY", name);
        }
        return Sha256.hex(digest);
    }

    private static BulkView.Format format(String name, Path kept) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean archive = isArchive(kept);
        if (lower.endsWith(".xlsx")) {
            if (!archive) {
                throw refused("SHEET_UNREADABLE", name);
            }
            return BulkView.Format.XLSX;
        }
        if (archive || !(lower.endsWith(".csv") || lower.endsWith(".txt"))) {
            throw refused("SHEET_TYPE", name);
        }
        return BulkView.Format.CSV;
    }

    private static boolean isArchive(Path kept) throws IOException {
        try (InputStream in = Files.newInputStream(kept)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    /** What is broken in it, the libraries say by exceptions of every kind; none of them is a fault of ours. */
    private static void rows(String name, BulkView.Format format, Path kept, ClaimRows claims) {
        try {
            if (format == BulkView.Format.XLSX) {
                XlsxCells.read(kept, claims);
            } else {
                CsvCells.read(Files.readAllBytes(kept), claims);
            }
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.INFO, "a sheet could not be read: {0}", broken.toString());
            throw refused("SHEET_UNREADABLE", name);
        }
    }

    private static Refusal.InvalidInput refused(String code, Object... arguments) {
        return new Refusal.InvalidInput(Fault.of(FILE, code, arguments));
    }
}
