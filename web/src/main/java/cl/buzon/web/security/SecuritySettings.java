package cl.buzon.web.security;

import java.net.URI;
import org.eclipse.microprofile.config.Config;

/**
 * What the security of the web depends on.
 *
 * @param publicUrl {@code buzon.public-url}: where browsers find the portal; https makes cookies Secure
 * @param maxFiles bytes of {@code buzon.attachments.max-size} times {@code buzon.attachments.max-per-case}
 */
record SecuritySettings(URI publicUrl, long maxFiles) {

    private static final long MAX_SIZE = 15L << 20;
    private static final long MAX_PER_CASE = 50;

    static SecuritySettings from(Config config) {
        String publicUrl =
                config.getOptionalValue("buzon.public-url", String.class).orElse("http://localhost:8080/csm");
        long maxSize = config.getOptionalValue("buzon.attachments.max-size", Long.class)
                .orElse(MAX_SIZE);
        long maxCount = config.getOptionalValue("buzon.attachments.max-per-case", Long.class)
                .orElse(MAX_PER_CASE);
        return new SecuritySettings(URI.create(publicUrl), maxSize * maxCount);
    }

    boolean isHttps() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
