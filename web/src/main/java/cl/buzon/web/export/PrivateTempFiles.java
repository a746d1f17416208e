package cl.buzon.web.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Files that only this process's user can read, straight in the machine's temporary folder. POI's own way keeps them in
 * one folder there that belongs to whoever on the machine came first, so that everybody else's workbooks fail.
 */
public final class PrivateTempFiles implements TempFileCreationStrategy {

    PrivateTempFiles() {}

    /** Makes POI keep its files so from now on. */
    public static void use() {
        TempFile.setTempFileCreationStrategy(new PrivateTempFiles());
    }

    @Override
    public File createTempFile(String prefix, @Nullable String suffix) throws IOException {
        return Files.createTempFile(prefix, suffix).toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return Files.createTempDirectory(prefix).toFile();
    }
}
