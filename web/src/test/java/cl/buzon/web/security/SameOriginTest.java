package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SameOriginTest {

    private static final String HOST = "inner:8080";

    private final SameOrigin sameOrigin = new SameOrigin(URI.create("https://reclamos.example/csm"));

    @Test
    void readingIsFreeForAll() {
        assertThat(allows("GET", "cross-site", "https://evil.example")).isTrue();
        assertThat(allows("HEAD", "cross-site", null)).isTrue();
    }

    @Test
    void ownPagesMaySendForms() {
        assertThat(allows("POST", "same-origin", "https://reclamos.example")).isTrue();
        assertThat(allows("POST", null, "http://inner:8080")).isTrue();
        assertThat(allows("POST", null, "https://INNER:8080")).isTrue();
    }

    @Test
    void otherSitesMayNot() {
        assertThat(allows("POST", "cross-site", null)).isFalse();
        assertThat(allows("POST", "same-site", "https://blog.reclamos.example")).isFalse();
        assertThat(allows("POST", null, "https://evil.example")).isFalse();
        assertThat(allows("POST", null, "http://reclamos.example")).isFalse();
        assertThat(allows("POST", null, "https://reclamos.example:444")).isFalse();
        assertThat(allows("POST", "none", "null")).isFalse();
        assertThat(allows("DELETE", "cross-site", null)).isFalse();
        assertThat(allows("TRACE", "cross-site", null)).isFalse();
    }

    @Test
    void whoSaysNothingIsNoBrowser() {
        assertThat(allows("POST", null, null)).isTrue();
    }

    private boolean allows(String method, @Nullable String site, @Nullable String origin) {
        return sameOrigin.allows(new SameOrigin.Source(method, site, origin, HOST));
    }
}
