package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final UUID TOKEN = UUID.randomUUID();

    private final Map<String, String> headers = new HashMap<>();
    private final HttpServletResponse answer = (HttpServletResponse) Proxy.newProxyInstance(
            RateLimitsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, given) -> {
                assertThat(method.getName()).isEqualTo("setHeader");
                headers.put((String) given[0], (String) given[1]);
                return null;
            });

    private long now;

    @Test
    void aBurstPassesAndTheNextCallDoesNot() {
        RateLimits limits = limits(2, 3);

        assertThat(limits.allows(TOKEN, answer)).isTrue();
        assertThat(limits.allows(TOKEN, answer)).isTrue();
        assertThat(limits.allows(TOKEN, answer)).isTrue();
        assertThat(headers).containsEntry("RateLimit-Remaining", "0").doesNotContainKey("Retry-After");

        assertThat(limits.allows(TOKEN, answer)).isFalse();
        assertThat(headers)
                .containsEntry("RateLimit-Limit", "3")
                .containsEntry("RateLimit-Remaining", "0")
                .containsEntry("RateLimit-Reset", "2")
                .containsEntry("Retry-After", "1");
    }

    @Test
    void timeBringsCallsBack() {
        RateLimits limits = limits(2, 1);
        assertThat(limits.allows(TOKEN, answer)).isTrue();
        assertThat(limits.allows(TOKEN, answer)).isFalse();

        now = Duration.ofMillis(500).toNanos();

        assertThat(limits.allows(TOKEN, answer)).isTrue();
    }

    @Test
    void eachTokenHasItsOwn() {
        RateLimits limits = limits(1, 1);
        assertThat(limits.allows(TOKEN, answer)).isTrue();

        assertThat(limits.allows(UUID.randomUUID(), answer)).isTrue();
    }

    @Test
    void withoutARateThereIsNoLimit() {
        RateLimits limits = limits(0, 1);

        assertThat(limits.allows(TOKEN, answer)).isTrue();
        assertThat(limits.allows(TOKEN, answer)).isTrue();
        assertThat(headers).isEmpty();
    }

    private RateLimits limits(long rate, long burst) {
        return new RateLimits(rate, burst, new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now;
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
    }
}
