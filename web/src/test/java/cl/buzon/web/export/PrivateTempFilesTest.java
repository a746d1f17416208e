package cl.buzon.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.poi.util.TempFile;
import org.junit.jupiter.api.Test;

class PrivateTempFilesTest {

    /** A folder of POI's own would be there, and closed, for every user of the machine but the first. */
    @Test
    void filesLieInNoSharedFolderAndNobodyElseReadsThem() throws IOException {
        Path file = new PrivateTempFiles().createTempFile("rows", ".gz").toPath();
        try {
            assertThat(file.getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void workbooksUseThem() throws IOException {
        Samples.write(ReportFormat.XLSX, Samples.heading(Samples.SPANISH), Samples.CASES);

        Path file = TempFile.createTempFile("rows", ".gz").toPath();

        assertThat(file.getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        Files.delete(file);
    }
}
