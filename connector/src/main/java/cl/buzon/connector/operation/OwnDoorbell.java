package cl.buzon.connector.operation;

import cl.buzon.shared.BodySignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Rings at the portal's own door as the other side would, for a ticket that nobody has. */
final class OwnDoorbell {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] NOBODYS =
            "{\"sys_id\":\"00000000000000000000000000000000\",\"ticket\":0}".getBytes(StandardCharsets.UTF_8);

    private final URI address;
    private final BodySignature signature;
    private final Clock clock;

    /**
     * What came of a ring.
     *
     * @param status of the answer; 0 when there was none
     * @param words why there was none
     */
    record Echo(int status, String words) {}

    /**
     * @param publicUrl the portal's first page, as others call it
     * @param system whose doorbell it is
     */
    OwnDoorbell(String publicUrl, String system, String secret, Clock clock) {
        this.address = URI.create(publicUrl.replaceAll("/+$", "") + "/api/v1/hooks/" + system);
        this.signature = new BodySignature(secret);
        this.clock = clock;
    }

    URI address() {
        return address;
    }

    Echo ring() {
        Instant now = clock.instant();
        try {
            HttpRequest ring = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header(BodySignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                    .header(BodySignature.SIGNATURE, signature.sign(now, NOBODYS))
                    .POST(BodyPublishers.ofByteArray(NOBODYS))
                    .build();
            int status = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(ring, BodyHandlers.discarding())
                    .statusCode();
            return new Echo(status, "");
        } catch (IOException | IllegalArgumentException e) {
            return new Echo(0, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Echo(0, "interrupted");
        }
    }
}
