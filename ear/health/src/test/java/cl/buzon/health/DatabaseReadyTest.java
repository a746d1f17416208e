package cl.buzon.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that is well takes part in the tests of the whole. */
class DatabaseReadyTest {

    @Test
    void aDatabaseThatIsDownIsNotReady() throws IOException {
        HealthCheckResponse response = DatabaseReady.judge(databaseOn(portThatNobodyListensOn()));

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("reason", "the database does not answer");
    }

    @Test
    void aDatabaseThatKeepsSilentIsNotReadyAndHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Instant start = Instant.now();

            HealthCheckResponse response = DatabaseReady.judge(databaseOn(silent.getLocalPort()));

            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(response.getData().orElseThrow()).containsEntry("reason", "no answer within 2 s");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Database databaseOn(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setUser("buzon");
        return new Database(source);
    }

    private static int portThatNobodyListensOn() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
