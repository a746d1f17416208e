package cl.buzon.connector.operation;

import cl.buzon.connector.spi.Door;
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

    private final URI address;
    private final byte[] body;
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
     */
    OwnDoorbell(String publicUrl, Door door, String secret, Clock clock) {
        this.address = URI.create(publicUrl.replaceAll("/+$", "") + "/api/v1/hooks/" + door.name());
        this.body = ("{\"" + door.key() + "\":\"0\"}").getBytes(StandardCharsets.UTF_8);
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
                    .header(BodySignature.SIGNATURE, signature.sign(now, body))
                    .POST(BodyPublishers.ofByteArray(body))
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
