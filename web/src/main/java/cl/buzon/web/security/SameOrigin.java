package cl.buzon.web.security;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something was made by one of our own pages, by what the browser itself says. Beside the
 * session cookie's SameSite and the token in every form, since each of them has had holes in some browser.
 *
 * @param publicUrl where browsers find the portal
 */
record SameOrigin(URI publicUrl) {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** Its own page, or a person who typed the address. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /** What a request says of where it comes from. */
    record Source(
            String method,
            @Nullable String fetchSite,
            @Nullable String origin,
            @Nullable String host) {}

    /** Browsers that say nothing at all send no cookie to another site's form either; programs are not tricked. */
    boolean allows(Source source) {
        String site = source.fetchSite();
        String origin = source.origin();
        if (HARMLESS.contains(source.method())) {
            return true;
        }
        if (site != null && !OWN.contains(site.toLowerCase(Locale.ROOT))) {
            return false;
        }
        return origin == null || isOwn(origin, source.host());
    }

    /** Behind a proxy the host is the proxy's inner one, so the public address counts too. */
    private boolean isOwn(String origin, @Nullable String host) {
        String authority = origin.replaceFirst("(?i)^https?://", "");
        boolean addressed = !authority.equals(origin) && authority.equalsIgnoreCase(host);
        return addressed || origin.equalsIgnoreCase(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
    }
}
