package cl.buzon.web.rest;

import cl.buzon.desk.NewFile;
import cl.buzon.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a request with the hash of their names and contents: what surrounds them in a multipart body is another at
 * each attempt. A content is hashed while somebody reads it, and read for its hash alone if nobody has.
 */
public final class SentFiles {

    private final List<Hashed> files;

    private SentFiles(List<Hashed> files) {
        this.files = files;
    }

    public static SentFiles of(List<NewFile> files) {
        return new SentFiles(files.stream().map(Hashed::new).toList());
    }

    public List<NewFile> files() {
        return files.stream().map(Hashed::watched).toList();
    }

    public String hash() {
        StringBuilder all = new StringBuilder();
        files.forEach(file -> all.append(file.hash()).append('\n'));
        return Sha256.base64Of(all.toString());
    }

    private static final class Hashed {

        private final NewFile file;
        private final MessageDigest digest = Sha256.digest();
        private @Nullable InputStream content;

        Hashed(NewFile file) {
            this.file = file;
        }

        NewFile watched() {
            return new NewFile(file.name(), file.evidence(), this::open);
        }

        private InputStream open() throws IOException {
            content = new DigestInputStream(file.content().open(), digest);
            return content;
        }

        String hash() {
            try {
                if (content == null) {
                    try (InputStream unread = open()) {
                        unread.transferTo(OutputStream.nullOutputStream());
                    }
                }
                return file.name() + '\n' + file.evidence() + '\n' + Sha256.hex(digest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
