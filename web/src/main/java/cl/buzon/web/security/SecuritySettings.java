package cl.buzon.web.security;

import java.net.URI;
import org.eclipse.microprofile.config.Config;

/**
 * What the security of the web depends on.
 *
 * @param publicUrl {@code buzon.public-url}: where browsers find the portal; https makes cookies Secure
 * @param maxFiles bytes of {@code buzon.attachments.max-size} times {@code buzon.attachments.max-per-case}
 * @param rate {@code buzon.api.rate}: requests a second of one token; 0 for no limit
 * @param burst {@code buzon.api.burst}: requests of one token at once
 */
record SecuritySettings(URI publicUrl, long maxFiles, long rate, long burst) {

    private static final long MAX_SIZE = 15L << 20;
    private static final long MAX_PER_CASE = 50;
    private static final long RATE = 50;
    private static final long BURST = 100;

    static SecuritySettings from(Config config) {
        String publicUrl =
                config.getOptionalValue("buzon.public-url", String.class).orElse("http://localhost:8080/csm");
        long maxSize = config.getOptionalValue("buzon.attachments.max-size", Long.class)
                .orElse(MAX_SIZE);
        long maxCount = config.getOptionalValue("buzon.attachments.max-per-case", Long.class)
                .orElse(MAX_PER_CASE);
        long rate = config.getOptionalValue("buzon.api.rate", Long.class).orElse(RATE);
        long burst = config.getOptionalValue("buzon.api.burst", Long.class).orElse(BURST);
        return new SecuritySettings(URI.create(publicUrl), maxSize * maxCount, rate, burst);
    }

    boolean isHttps() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
