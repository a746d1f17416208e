package cl.buzon.sandbox;

import cl.buzon.sandbox.instance.Row;
import cl.buzon.sandbox.instance.SignIns;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells the portal that a case has changed, as an administrator's business rule would: once, without waiting, and
 * without minding whether anybody hears it. What the portal itself has written does not ring.
 */
final class Doorbell {

    private static final Logger LOG = System.getLogger(Doorbell.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI address;
    private final byte[] secret;

    /** @param portal the base of the portal's addresses */
    Doorbell(String portal, String secret) {
        this.address = URI.create(portal.replaceFirst("/+$", "") + "/api/v1/hooks/servicenow");
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    void ring(Row row, String by) {
        if (by.equals(SignIns.INTEGRATION_USER)) {
            return;
        }
        CompletableFuture<?> answer = client.sendAsync(request(row), BodyHandlers.discarding())
                .whenComplete((heard, failure) -> {
                    if (failure != null || heard.statusCode() != 202) {
                        LOG.log(Level.DEBUG, "nobody heard the ring for {0}", row.get("number"));
                    }
                });
        LOG.log(Level.TRACE, "rang for {0}: {1}", row.get("number"), answer);
    }

    private HttpRequest request(Row row) {
        String body = "{\"sys_id\":\"" + row.id() + "\"}";
        String time = String.valueOf(Instant.now().getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("X-Buzon-Timestamp", time)
                .header("X-Buzon-Signature", "sha256=" + signature(time + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
