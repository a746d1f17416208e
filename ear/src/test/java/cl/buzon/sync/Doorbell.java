package cl.buzon.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import cl.buzon.shared.BodySignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** The bell at the portal's door, which the other side rings. */
record Doorbell(URI portal, HttpClient client) {

    /** @return the status answered */
    int ring(String body, BodySignature signature, Instant at) {
        byte[] bytes = body.getBytes(UTF_8);
        HttpRequest request = HttpRequest.newBuilder(portal.resolve("api/v1/hooks/servicenow"))
                .header("Content-Type", "application/json")
                .header(BodySignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
                .header(BodySignature.SIGNATURE, signature.sign(at, bytes))
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
