package cl.buzon.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReadyTest {

    @TempDir
    Path folder;

    @Test
    void aFolderWithRoomIsReady() {
        assertThat(DiskReady.judge(new Disk(folder), 1).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aFolderThatIsStillToBeMadeIsReady() {
        Disk disk = new Disk(folder.resolve("not/yet/there"));

        assertThat(DiskReady.judge(disk, 1).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void tooLittleRoomIsNotReady() {
        HealthCheckResponse response = DiskReady.judge(new Disk(folder), Long.MAX_VALUE);

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("writable", true);
    }

    @Test
    void aFileInTheFoldersPlaceIsNotReady() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(DiskReady.judge(new Disk(file), 1).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void theCheckLeavesNothingBehind() {
        DiskReady.judge(new Disk(folder), 1);

        assertThat(folder).isEmptyDirectory();
    }
}
